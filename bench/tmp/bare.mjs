import { createServer } from 'node:http';
import { createRequire } from 'node:module';
const require = createRequire('/work/main/apps/gateway/src/x.ts');
const { Pool } = require('undici');
const [port, upstream] = process.argv.slice(2);
const pool = new Pool(upstream, { connections: 256 });
class H { constructor(res){this.res=res;}
 onRequestStart(c){}
 onResponseStart(c,s,h){ this.s=s; this.h=['content-type',h['content-type'],'content-length',h['content-length'],'date',h.date]; this.l=+h['content-length']; }
 onResponseData(c,ch){ this.res.writeHead(this.s,this.h); this.res.end(ch); }
 onResponseEnd(){}
 onResponseError(c,e){ this.res.destroy(); } }
const cache=new Map([['Bearer x','t']]);
createServer({noDelay:true},(req,res)=>{ pool.dispatch({path:req.url,method:'GET',headers:['x-scope-orgid','bench-tenant','accept','application/json']},new H(res)); }).listen(+port,'127.0.0.1');
