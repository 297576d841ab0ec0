// The parsers of Prometheus and Loki as judges. Standard input holds a JSON object per line: first the pairs of
// cluster and namespace to try, then queries. Standard output says for each query what it would read.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"os"

	"github.com/grafana/loki/v3/pkg/logql/syntax"
	"github.com/prometheus/prometheus/model/labels"
	"github.com/prometheus/prometheus/promql/parser"
)

type setup struct {
	Universe [][2]string `json:"universe"`
}

type request struct {
	// promql, promql-selector, logql or logql-selector.
	Kind  string `json:"kind"`
	Query string `json:"query"`
}

type matcher struct {
	Name  string `json:"name"`
	Op    string `json:"op"`
	Value string `json:"value"`
}

type selector struct {
	Matchers []matcher `json:"matchers"`
	// Positions in the universe of the pairs whose series this selector may read.
	Passes []int `json:"passes"`
}

type verdict struct {
	Error     string     `json:"error,omitempty"`
	Selectors []selector `json:"selectors"`
	// The functions called: one that reads by itself has no selector to show.
	Calls []string `json:"calls,omitempty"`
	// The query as the parser prints it with its selectors emptied, to see that narrowing changed nothing else.
	Shape string `json:"shape,omitempty"`
}

var promql = parser.NewParser(parser.Options{
	EnableExperimentalFunctions:  true,
	ExperimentalDurationExpr:     true,
	EnableExtendedRangeSelectors: true,
	EnableBinopFillModifiers:     true,
})

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<16), 1<<24)
	out := json.NewEncoder(os.Stdout)
	var world setup
	if in.Scan() {
		if err := json.Unmarshal(in.Bytes(), &world); err != nil {
			fail(err)
		}
	}
	for in.Scan() {
		var asked request
		if err := json.Unmarshal(in.Bytes(), &asked); err != nil {
			fail(err)
		}
		if err := out.Encode(judge(asked, world)); err != nil {
			fail(err)
		}
	}
	if err := in.Err(); err != nil {
		fail(err)
	}
}

func fail(err error) {
	os.Stderr.WriteString(err.Error() + "\n")
	os.Exit(1)
}

func judge(asked request, world setup) verdict {
	sets, calls, shape, err := read(asked)
	given := verdict{Selectors: []selector{}, Calls: calls, Shape: shape}
	if err != nil {
		return verdict{Error: err.Error(), Selectors: []selector{}}
	}
	for _, set := range sets {
		given.Selectors = append(given.Selectors, describe(set, world))
	}
	return given
}

func read(asked request) (sets [][]*labels.Matcher, calls []string, shape string, err error) {
	switch asked.Kind {
	case "promql":
		return readPromql(asked.Query)
	case "promql-selector":
		set, err := promql.ParseMetricSelector(asked.Query)
		return [][]*labels.Matcher{set}, nil, "", err
	case "logql":
		return readLogql(asked.Query)
	case "logql-selector":
		set, err := syntax.ParseMatchers(asked.Query, true)
		return [][]*labels.Matcher{set}, nil, "", err
	}
	return nil, nil, "", errors.New("unknown kind " + asked.Kind)
}

func readPromql(query string) (sets [][]*labels.Matcher, calls []string, shape string, err error) {
	expr, err := promql.ParseExpr(query)
	if err != nil {
		return nil, nil, "", err
	}
	parser.Inspect(expr, func(node parser.Node, _ []parser.Node) error {
		switch found := node.(type) {
		case *parser.VectorSelector:
			sets = append(sets, found.LabelMatchers)
			found.Name, found.LabelMatchers = "", nil
		case *parser.Call:
			calls = append(calls, found.Func.Name)
		}
		return nil
	})
	return sets, calls, expr.String(), nil
}

func readLogql(query string) (sets [][]*labels.Matcher, calls []string, shape string, err error) {
	expr, err := syntax.ParseExpr(query)
	if err != nil {
		return nil, nil, "", err
	}
	expr.Walk(func(node syntax.Expr) bool {
		switch found := node.(type) {
		case *syntax.MatchersExpr:
			sets = append(sets, found.Mts)
			found.Mts = nil
		case *syntax.MultiVariantExpr:
			calls = append(calls, "variants")
		}
		return true
	})
	if len(calls) > 0 {
		// Loki's printer panics on some variants.
		return sets, calls, "", nil
	}
	return sets, calls, expr.String(), nil
}

func describe(set []*labels.Matcher, world setup) selector {
	found := selector{Matchers: []matcher{}, Passes: []int{}}
	for _, one := range set {
		found.Matchers = append(found.Matchers, matcher{one.Name, one.Type.String(), one.Value})
	}
	for index, pair := range world.Universe {
		if passes(set, "cluster", pair[0]) && passes(set, "namespace", pair[1]) {
			found.Passes = append(found.Passes, index)
		}
	}
	return found
}

func passes(set []*labels.Matcher, name, value string) bool {
	for _, one := range set {
		if one.Name == name && !one.Matches(value) {
			return false
		}
	}
	return true
}
