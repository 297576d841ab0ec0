// In place of Bootstrap, flot and the tags input, which only Angular panels use. Those are switched
// off in our configuration; what remains is code that touches these names while it is loaded.
import $ from 'jquery';

const nothing = () => undefined;

$.plot = Object.assign(nothing, { plugins: [] });
for (const name of ['tooltip', 'typeahead', 'tagsinput']) {
  function Constructor() {}
  $.fn[name] = Object.assign(nothing.bind(null), { defaults: {}, Constructor });
}
