package main

import (
	"fmt"
	"math/rand"
)

var services = map[string]service{
	"checkout": {"checkout", logfmt, map[string][]func() entry{
		"trace": {say("cart loaded from cache", func() fields { return fields{{"customer", customer()}, {"items", 1 + rand.Intn(9)}} })},
		"debug": {
			say("price rules evaluated", func() fields { return fields{{"order_id", orderID()}, {"rules", rand.Intn(12)}} }),
			handle("health check", "GET", "/healthz", 200, 1, none),
		},
		"info": {
			handle("order placed", "POST", "/api/orders", 201, 80, order),
			handle("cart shown", "GET", "/api/cart", 200, 12, func() fields { return fields{{"customer", customer()}} }),
			handle("payment accepted", "POST", "/api/payments", 200, 140, order),
		},
		"warn": {
			handle("payment provider slow, retrying", "POST", "/api/payments", 200, 900, func() fields { return append(order(), field{"attempt", 2 + rand.Intn(2)}) }),
			handle("cart expired", "GET", "/api/cart", 404, 8, func() fields { return fields{{"customer", customer()}} }),
		},
		"error": {
			with(3, javaTrace, handle("payment failed", "POST", "/api/payments", 502, 1500, func() fields {
				return append(order(), field{"error", pick("connection reset by peer", "read timed out", "provider answered 503")})
			})),
			handle("order rejected: out of stock", "POST", "/api/orders", 409, 40, func() fields { return append(order(), field{"sku", sku()}) }),
		},
		"critical": {say("order queue is full, shedding load", func() fields { return fields{{"queue", "orders"}, {"length", 1000}, {"dropped", 1 + rand.Intn(40)}} })},
	}},
	"catalog": {"catalog", logfmt, map[string][]func() entry{
		"trace": {say("index segment read", func() fields { return fields{{"segment", rand.Intn(64)}, {"bytes", 4096 * (1 + rand.Intn(30))}} })},
		"debug": {say("cache hit", func() fields { return fields{{"sku", sku()}, {"age_s", rand.Intn(300)}} })},
		"info": {
			handle("product shown", "GET", "/api/products/:sku", 200, 6, func() fields { return fields{{"sku", sku()}} }),
			handle("search answered", "GET", "/api/search", 200, 35, func() fields {
				return fields{{"query", pick("desk lamp", "green tea", "mug", "wool socks")}, {"hits", rand.Intn(120)}}
			}),
		},
		"warn": {
			handle("product not found", "GET", "/api/products/:sku", 404, 4, func() fields { return fields{{"sku", sku()}} }),
			say("slow query", func() fields { return fields{{"table", "products"}, {"duration_ms", 200 + rand.Intn(900)}} }),
		},
		"error": {
			with(2, goTrace, handle("handler panicked", "GET", "/api/search", 500, 20, func() fields { return fields{{"error", "runtime error: index out of range [12] with length 12"}} })),
			handle("image store unreachable", "GET", "/api/images/:id", 503, 600, func() fields { return fields{{"error", "dial tcp 10.0.7.12:9000: connect: connection refused"}} }),
		},
		"critical": {say("search index is corrupt, serving without search", func() fields { return fields{{"segment", rand.Intn(64)}} })},
	}},
	"ledger": {"ledger", jsonLine, map[string][]func() entry{
		"trace": {say("lock acquired", func() fields { return fields{{"account", account()}, {"wait_ms", rand.Intn(5)}} })},
		"debug": {say("balance read", func() fields { return fields{{"account", account()}, {"version", rand.Intn(9000)}} })},
		"info": {
			handle("transfer booked", "POST", "/v1/transfers", 201, 25, transfer),
			handle("statement created", "GET", "/v1/statements/:account", 200, 60, func() fields { return fields{{"account", account()}} }),
		},
		"warn": {
			handle("transfer conflicts with another, retrying", "POST", "/v1/transfers", 409, 30, transfer),
			say("replica lags", func() fields {
				return fields{{"replica", pick("ledger-db-1", "ledger-db-2")}, {"lag_s", round(1 + 8*rand.Float64())}}
			}),
		},
		"error": {handle("transfer failed", "POST", "/v1/transfers", 500, 200, func() fields {
			own := append(transfer(), field{"error", pick("deadlock detected", "serialization failure", "connection closed")})
			if rand.Intn(3) == 0 {
				own = append(own, field{"stack", javaTrace()})
			}
			return own
		})},
		"critical": {say("books do not balance", func() fields { return fields{{"account", account()}, {"difference_cents", 1 + rand.Intn(500)}} })},
	}},
}

func order() fields {
	return fields{{"order_id", orderID()}, {"customer", customer()}, {"amount", fmt.Sprintf("%d.%02d", 5+rand.Intn(200), rand.Intn(100))}}
}

func account() string { return fmt.Sprintf("acc-%05d", rand.Intn(20000)) }

func transfer() fields {
	return fields{{"transfer_id", fmt.Sprintf("tr-%08x", rand.Uint32())}, {"from", account()}, {"to", account()}, {"cents", 100 + rand.Intn(90000)}}
}
