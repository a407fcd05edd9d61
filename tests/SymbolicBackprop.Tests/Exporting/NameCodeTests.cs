using CsCheck;
using SymbolicBackprop.Exporting;

namespace SymbolicBackprop.Tests.Exporting;

public sealed class NameCodeTests
{
    private static readonly Gen<string> Letter = Gen.OneOf(
        Gen.OneOf("x", "w", "E", "loss", "ŷ", "yhat", "alpha", @"\alpha", @"\lambda", @"\hat{y}", @"\hat{h}", "hath", @"\tilde{\mu}", @"\mathcal{L}", "uni", "uniabcd", "lambda", "d", "dx", "t1", "é"),
        Gen.Char.Array[0, 4].Select(characters => new string(characters)));

    private static readonly Gen<string> Plain = Gen.Select(Letter, Gen.Int[-2, 12].Array[0, 3], Gen.Int[0, 9].Array[0, 2])
        .Select((letter, indices, marks) => letter
            + (indices.Length switch { 0 => "", 1 => $"_{indices[0]}", _ => "_{" + string.Join(',', indices) + "}" })
            + (marks.Length == 0 ? "" : "^" + string.Concat(marks.Select(mark => $"({mark})"))));

    private static readonly Gen<string> Name = Gen.OneOf(Plain, Gen.Select(Plain, Plain).Select((of, by) => $"∂{of}/∂{by}"), Gen.Select(Plain, Plain, Plain).Select((of, by, again) => $"∂∂{of}/∂{by}/∂{again}"));

    public static TheoryData<string> Targets => [.. ExportTarget.All.Select(target => target.Name)];

    [Theory]
    [InlineData("sympy", "w_{1,1}^(3)", "w_1_1__3")]
    [InlineData("sympy", "w_{11,1}^(3)", "w_11_1__3")]
    [InlineData("sympy", "b^(2)", "b__2")]
    [InlineData("sympy", "a_1^(2)(3)", "a_1__2__3")]
    [InlineData("sympy", "h_-1", "h_m1")]
    [InlineData("sympy", @"\lambda", "lambda_")]
    [InlineData("sympy", @"\hat{\mu}_1", "hatmu_1")]
    [InlineData("sympy", "ŷ", "yhat")]
    [InlineData("sympy", "E", "E_")]
    [InlineData("sympy", "∂loss/∂w_{1,1}^(3)", "dloss_dw_1_1__3")]
    [InlineData("sympy", "∂∂loss/∂w_{1,1}^(3)/∂b_1^(3)", "ddloss_dw_1_1__3_db_1__3")]
    [InlineData("sympy", "x'", "uni00780027")]
    [InlineData("mathematica", "w_{1,1}^(3)", "w$1$1$$3")]
    [InlineData("mathematica", "N", "N$")]
    [InlineData("mathematica", "∂loss/∂E", "dloss$dE")]
    [InlineData("angourimath", "w_{1,1}^(3)", "w_i1i1l3")]
    [InlineData("angourimath", "e", "e_r")]
    public void Names_are_written_as_documented(string target, string name, string identifier)
    {
        var names = ExportTarget.Find(target)!.Names;

        Assert.Equal(identifier, names.Encode(name));
        Assert.Equal(name, names.Decode(identifier));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_name_comes_back_from_its_identifier(string target)
    {
        var names = ExportTarget.Find(target)!.Names;

        Name.Holds(
            name =>
            {
                var identifier = names.Encode(name);
                Assert.Matches(@"^[A-Za-z][A-Za-z0-9_$]*\z", identifier);
                Assert.Equal(name, names.Decode(identifier));
            },
            times: 2000);
    }

    [Theory]
    [InlineData("t1")]
    [InlineData("w_")]
    [InlineData("w_x")]
    [InlineData("_1")]
    [InlineData("lambda")]
    [InlineData("")]
    public void What_is_no_name_of_a_quantity_has_none(string identifier) => Assert.Null(ExportTarget.SymPy.Names.Decode(identifier));
}
