using System.Reflection;
using System.Text.RegularExpressions;
using SymbolicBackprop.Calculus;
using SymbolicBackprop.Expressions;
using SymbolicBackprop.Functions;
using SymbolicBackprop.Tests.Calculus;

namespace SymbolicBackprop.Tests.Functions;

public partial class StandardFunctionsTests
{
    public static TheoryData<string> Names => [.. StandardFunctions.All.Select(function => function.Name)];

    public static TheoryData<string> NamesOfDefined =>
        [.. StandardFunctions.All.Where(function => function.Definition is not null).Select(function => function.Name)];

    public static TheoryData<string, int, int> SamplesAndArguments =>
    [
        .. from function in StandardFunctions.All
           from sample in Enumerable.Range(0, function.Samples.Length)
           from argument in Enumerable.Range(0, function.Arity)
           select new TheoryDataRow<string, int, int>(function.Name, sample, argument),
    ];

    [Fact]
    public void The_list_holds_every_function_of_the_class()
    {
        var properties = typeof(StandardFunctions).GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(property => property.PropertyType == typeof(Function))
            .Select(property => (Function)property.GetValue(null)!);

        Assert.Equal(properties.Select(function => function.Name).Order(StringComparer.Ordinal), StandardFunctions.All.Select(function => function.Name));
        Assert.Equal(properties.ToHashSet(), StandardFunctions.All.ToHashSet());
    }

    [Fact]
    public void Names_are_unique()
    {
        Assert.Distinct(StandardFunctions.All.Select(function => function.Name));
        Assert.Distinct(StandardFunctions.All.Select(function => function.Latex));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_record_is_complete(string name) => Assert.Empty(Gaps(Named(name)));

    [Fact]
    public void A_record_with_a_gap_is_refused()
    {
        var empty = new Function { Name = "", Latex = "", Partials = [], Value = null!, Domain = null!, Samples = [] };
        var wrong = new Function
        {
            Name = "two words",
            Latex = "sin",
            Partials = [(_, _) => default],
            Value = _ => double.NaN,
            Domain = _ => true,
            Samples = [[1], [1, 2]],
        };

        Assert.Equal(["name", "latex", "partials", "value", "domain", "samples"], Gaps(empty));
        Assert.Equal(["name", "latex", "no value at a sample", "a sample with 2 instead of 1 arguments", "a domain with NaN"], Gaps(wrong));
    }

    [Theory]
    [MemberData(nameof(SamplesAndArguments))]
    public void Partials_agree_with_finite_differences(string name, int sample, int argument)
    {
        var (function, point) = (Named(name), Named(name).Samples[sample]);
        var graph = new ExprGraph();
        var arguments = point.Select((_, k) => graph.Variable($"x{k}")).ToArray();
        double At(Expr e, double moved) => e.Evaluate(x => x == arguments[argument] ? moved : point[Array.IndexOf(arguments, x)]);
        var application = graph.Apply(function, arguments);
        var partial = function.Partials[argument](arguments, application);

        var (slope, error) = FiniteDifferences.Derivative(x => At(application, x), point[argument]);

        Assert.Equal(slope, At(partial, point[argument]), 1e-8);
        Assert.InRange(error, 0, 1e-8);
        Assert.Equal(At(partial, point[argument]), At(application.Derivative(arguments[argument]), point[argument]));
    }

    [Theory]
    [MemberData(nameof(NamesOfDefined))]
    public void A_definition_has_the_value_of_its_function(string name)
    {
        var function = Named(name);
        var graph = new ExprGraph();
        var arguments = Enumerable.Range(0, function.Arity).Select(k => graph.Variable($"x{k}")).ToArray();
        var definition = function.Definition!(arguments);

        Assert.All(function.Samples, sample =>
            Assert.Equal(function.Value(sample.AsSpan()), definition.Evaluate(x => sample[Array.IndexOf(arguments, x)]), 1e-12));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Numbers_are_simplified_to_the_same_value(string name)
    {
        var function = Named(name);
        var graph = new ExprGraph();
        Rational[] numbers = [-2, new(-1, 3), 0, new(1, 2), 1, 4];
        foreach (var (first, second) in numbers.SelectMany(first => numbers.Select(second => (first, second))))
        {
            Expr[] arguments = [.. new[] { first, second }.Take(function.Arity).Select(graph.Number)];
            var value = function.Value([.. arguments.Select(argument => (double)argument.Number)]);
            Assert.Equal(value, graph.Apply(function, arguments).Evaluate(_ => double.NaN), 1e-15);
        }
    }

    private static Function Named(string name) => StandardFunctions.All.Single(function => function.Name == name);

    private static List<string> Gaps(Function function)
    {
        var gaps = new List<string>();
        Require(function.Name is not null && WordPattern().IsMatch(function.Name), "name");
        Require(function.Latex is ['\\', _, ..], "latex");
        // A constant such as π has a sample without arguments, and so no partials; any other function has some.
        var isConstant = function.Samples is [{ Length: 0 }];
        Require(
            function.Partials is { IsDefault: false, IsEmpty: var isEmpty } && isEmpty == isConstant && function.Partials.All(partial => partial is not null),
            "partials");
        Require(function.Value is not null, "value");
        Require(function.Domain is not null, "domain");
        Require(!function.Samples.IsDefaultOrEmpty, "samples");
        if (gaps.Contains("samples") || gaps.Contains("value") || gaps.Contains("domain"))
        {
            return gaps;
        }

        foreach (var sample in function.Samples)
        {
            Require(sample.Length == function.Arity, $"a sample with {sample.Length} instead of {function.Arity} arguments");
            if (sample.Length == function.Arity)
            {
                Require(function.Domain!(sample.AsSpan()), "a sample outside of the domain");
                Require(double.IsFinite(function.Value!(sample.AsSpan())), "no value at a sample");
            }
        }

        if (isConstant)
        {
            return gaps; // no argument to be NaN
        }

        var nowhere = new double[function.Arity];
        Array.Fill(nowhere, double.NaN);
        Require(!function.Domain!(nowhere), "a domain with NaN");
        Require(double.IsNaN(function.Value!(nowhere)), "a value at NaN");
        return gaps;

        void Require(bool holds, string gap)
        {
            if (!holds)
            {
                gaps.Add(gap);
            }
        }
    }

    [GeneratedRegex("^[a-z]+$")]
    private static partial Regex WordPattern();
}
