using SymbolicBackprop.Checking;
using SymbolicBackprop.Tests.Checking.Reports;

namespace SymbolicBackprop.Tests.Checking.Slips;

/// <summary>Each slip in a line of its own: what it is called, where it was made, and what should stand there.</summary>
public sealed class SlipTests
{
    // They hold, and settle what δ means.
    private const string Before = """
        $$\delta_1^{(3)} = \frac{\partial \text{loss}}{\partial a_1^{(3)}}$$
        $$\delta_2^{(2)} = \frac{\partial \text{loss}}{\partial a_2^{(2)}}$$
        $$\delta_1^{(1)} = \frac{\partial \text{loss}}{\partial a_1^{(1)}}$$

        """;

    /// <summary>The name of the slip, the line with the place of the slip in «…», and the correction.</summary>
    public static TheoryData<string, string, string> Lines => new()
    {
        { "transpose-missing", @"\mathbf{z}^{(3)} = «W^{(3)}» \mathbf{a}^{(2)} + \mathbf{b}^{(3)}", @"\mathbf{z}^{(3)} = [W^{(3)}]^{\top} \mathbf{a}^{(2)} + \mathbf{b}^{(3)}" },
        { "transpose-missing", @"\mathbf{z}^{(2)} = «W^{(2)}» \mathbf{a}^{(1)} + \mathbf{b}^{(2)}", @"\mathbf{z}^{(2)} = [W^{(2)}]^{\top} \mathbf{a}^{(1)} + \mathbf{b}^{(2)}" },
        { "transpose-extra", @"\boldsymbol{\delta}^{(2)} = «(W^{(3)})^\top» (\boldsymbol{\delta}^{(3)} \odot f_3'(\mathbf{z}^{(3)}))", @"\boldsymbol{\delta}^{(2)} = W^{(3)} [\boldsymbol{\delta}^{(3)} \odot f_3'(\mathbf{z}^{(3)})]" },
        { "factors-swapped", @"\frac{\partial \text{loss}}{\partial W^{(3)}} = «(\boldsymbol{\delta}^{(3)} \odot f_3'(\mathbf{z}^{(3)}))^\top \mathbf{a}^{(2)}»", @"\frac{\partial \text{loss}}{\partial W^{(3)}} = \mathbf{a}^{(2)} [\boldsymbol{\delta}^{(3)} \odot f_3'(\mathbf{z}^{(3)})]^{\top}" },
        { "entrywise-for-product", @"\boldsymbol{\delta}^{(2)} = «W^{(3)} \odot (\boldsymbol{\delta}^{(3)} \odot f_3'(\mathbf{z}^{(3)}))»", @"\boldsymbol{\delta}^{(2)} = W^{(3)} [\boldsymbol{\delta}^{(3)} \odot f_3'(\mathbf{z}^{(3)})]" },
        { "product-for-entrywise", @"\frac{\partial \text{loss}}{\partial \mathbf{z}^{(2)}} = «\boldsymbol{\delta}^{(2)} f_2'(\mathbf{z}^{(2)})»", @"\frac{\partial \text{loss}}{\partial \mathbf{z}^{(2)}} = \boldsymbol{\delta}^{(2)} \odot f_2'(\mathbf{z}^{(2)})" },
        { "updated-weight", @"\delta_1^{(2)} = \delta_1^{(3)} f_3'(z_1^{(3)}) «w_{11}^{(3)+}»", @"\delta_1^{(2)} = \delta_1^{(3)} f_3'(z_1^{(3)}) w_{11}^{(3)}" },
        { "equals-for-times", @"\frac{\partial \text{loss}}{\partial w_{11}^{(3)}} = «\delta_1^{(3)} f_3'(z_1^{(3)})» = a_1^{(2)}", @"\frac{\partial \text{loss}}{\partial w_{11}^{(3)}} = \delta_1^{(3)} f_3'(z_1^{(3)}) a_1^{(2)}" },
        { "derivative-doubled", @"\frac{\partial \text{loss}}{\partial w_{11}^{(3)}} = \delta_1^{(3)} f_3'(z_1^{(3)}) «f_3'(z_1^{(3)})» a_1^{(2)}", @"\frac{\partial \text{loss}}{\partial w_{11}^{(3)}} = \delta_1^{(3)} f_3'(z_1^{(3)}) a_1^{(2)}" },
        { "derivative-doubled", @"f_3'(z_1^{(3)}) = \sigma(z_1^{(3)}) (1 - \sigma(z_1^{(3)})) «\sigma(z_1^{(3)})» (1 - \sigma(z_1^{(3)}))", @"f_3'(z_1^{(3)}) = \sigma(z_1^{(3)}) [1 - \sigma(z_1^{(3)})]" },
        { "activation-twice", @"\delta_1^{(2)} = \delta_1^{(3)} «f_3'(a_1^{(3)})» w_{11}^{(3)}", @"\delta_1^{(2)} = \delta_1^{(3)} f_3'(z_1^{(3)}) w_{11}^{(3)}" },
        { "activation-twice", @"a_1^{(3)} = «f_3(f_3(z_1^{(3)}))»", @"a_1^{(3)} = f_3(z_1^{(3)})" },
        { "activation-twice", @"a_1^{(2)} = «f_2(a_1^{(2)})»", @"a_1^{(2)} = f_2(z_1^{(2)})" },
        { "activation-missing", @"z_1^{(3)} = w_{11}^{(3)} «z_1^{(2)}» + w_{21}^{(3)} a_2^{(2)} + b_1^{(3)}", @"z_1^{(3)} = w_{11}^{(3)} a_1^{(2)} + w_{21}^{(3)} a_2^{(2)} + b_1^{(3)}" },
        { "activation-missing", @"a_1^{(2)} = «z_1^{(2)}»", @"a_1^{(2)} = f_2(z_1^{(2)})" },
        { "function-for-derivative", @"f_3'(z) = «\frac{1}{1 + e^{-z}}»", @"f_3'(z) = \frac{1}{1 + e^{-z}} \left( 1 - \frac{1}{1 + e^{-z}} \right)" },
        { "function-for-derivative", @"\frac{\partial \text{loss}}{\partial w_{11}^{(3)}} = \delta_1^{(3)} «f_3(z_1^{(3)})» a_1^{(2)}", @"\frac{\partial \text{loss}}{\partial w_{11}^{(3)}} = \delta_1^{(3)} f_3'(z_1^{(3)}) a_1^{(2)}" },
        { "derivative-for-function", @"a_1^{(3)} = «f_3'(z_1^{(3)})»", @"a_1^{(3)} = f_3(z_1^{(3)})" },
        { "wrong-function", @"f_2'(z_1^{(2)}) = «\frac{1}{1 + e^{-z_1^{(2)}}} \left( 1 - \frac{1}{1 + e^{-z_1^{(2)}}} \right)»", @"f_2'(z_1^{(2)}) = 1 - \left[ \frac{e^{z_1^{(2)}} - e^{-z_1^{(2)}}}{e^{z_1^{(2)}} + e^{-z_1^{(2)}}} \right]^2" },
        { "wrong-function", @"\frac{\partial \text{loss}}{\partial w_{11}^{(3)}} = \delta_1^{(3)} «f_2'(z_1^{(3)})» a_1^{(2)}", @"\frac{\partial \text{loss}}{\partial w_{11}^{(3)}} = \delta_1^{(3)} f_3'(z_1^{(3)}) a_1^{(2)}" },
        { "index-transposed", @"z_1^{(2)} = w_{11}^{(2)} a_1^{(1)} + «w_{12}^{(2)}» a_2^{(1)} + b_1^{(2)}", @"z_1^{(2)} = w_{11}^{(2)} a_1^{(1)} + w_{21}^{(2)} a_2^{(1)} + b_1^{(2)}" },
        { "sign", @"\delta_1^{(3)} = «2 (y - \hat{y})»", @"\delta_1^{(3)} = -2 (y - \hat{y})" },
        { "factor-two", @"\delta_1^{(3)} = -«(y - \hat{y})»", @"\delta_1^{(3)} = -2 (y - \hat{y})" },
        { "factor-two", @"\delta_1^{(3)} = -«4 (y - \hat{y})»", @"\delta_1^{(3)} = -2 (y - \hat{y})" },
        { "factor-two", @"\delta_1^{(2)} = «2» \delta_1^{(3)} f_3'(z_1^{(3)}) w_{11}^{(3)}", @"\delta_1^{(2)} = \delta_1^{(3)} f_3'(z_1^{(3)}) w_{11}^{(3)}" },
        { "derivative-missing", @"\frac{\partial \text{loss}}{\partial w_{11}^{(3)}} = «\delta_1^{(3)} a_1^{(2)}»", @"\frac{\partial \text{loss}}{\partial w_{11}^{(3)}} = \delta_1^{(3)} f_3'(z_1^{(3)}) a_1^{(2)}" },
        { "other-delta", @"\frac{\partial \text{loss}}{\partial w_{11}^{(3)}} = \underbrace{\frac{\partial \text{loss}}{\partial a_1^{(3)}} «\frac{\partial a_1^{(3)}}{\partial z_1^{(3)}}»}_{\delta_1^{(3)}} a_1^{(2)}", @"\underbrace{\frac{\partial \text{loss}}{\partial a_1^{(3)}}}_{\delta_1^{(3)}}" },
        { "other-delta", @"\delta_1^{(2)} = «\delta_1^{(3)} w_{11}^{(3)} f_2'(z_1^{(2)})»", @"\frac{\partial \text{loss}}{\partial z_1^{(2)}} = \frac{\partial \text{loss}}{\partial z_1^{(3)}} \, w_{11}^{(3)} f_2'(z_1^{(2)})" },
        { "other-delta", @"«\delta_1^{(2)}» = \delta_1^{(3)} f_3'(z_1^{(3)}) w_{11}^{(3)} f_2'(z_1^{(2)})", @"\frac{\partial \text{loss}}{\partial z_1^{(2)}} = \delta_1^{(3)} f_3'(z_1^{(3)}) w_{11}^{(3)} f_2'(z_1^{(2)})" },
        { "index-shifted", @"z_1^{(2)} = w_{11}^{(2)} a_1^{(1)} + w_{21}^{(2)} «a_1^{(1)}» + b_1^{(2)}", @"z_1^{(2)} = w_{11}^{(2)} a_1^{(1)} + w_{21}^{(2)} a_2^{(1)} + b_1^{(2)}" },
        { "index-shifted", @"\delta_1^{(2)} = \delta_1^{(3)} f_3'(z_1^{(3)}) «w_{11}^{(2)}»", @"\delta_1^{(2)} = \delta_1^{(3)} f_3'(z_1^{(3)}) w_{11}^{(3)}" },
        { "index-shifted", @"z_1^{(2)} = «\sum_{i=1}^{3} w_{i1}^{(2)} a_i^{(1)}» + b_1^{(2)}", @"z_1^{(2)} = \sum_{i=1}^2 w_{i1}^{(2)} a_i^{(1)} + b_1^{(2)}" },
        { "plus-for-times", @"\delta_1^{(2)} = «\delta_1^{(3)} f_3'(z_1^{(3)}) + w_{11}^{(3)}»", @"\delta_1^{(2)} = \delta_1^{(3)} f_3'(z_1^{(3)}) w_{11}^{(3)}" },
        { "times-for-plus", @"z_1^{(2)} = «w_{11}^{(2)} a_1^{(1)} w_{21}^{(2)} a_2^{(1)}» + b_1^{(2)}", @"z_1^{(2)} = w_{11}^{(2)} a_1^{(1)} + w_{21}^{(2)} a_2^{(1)} + b_1^{(2)}" },
        { "weight-missing", @"\delta_1^{(2)} = «\delta_1^{(3)} f_3'(z_1^{(3)})»", @"\delta_1^{(2)} = \delta_1^{(3)} f_3'(z_1^{(3)}) w_{11}^{(3)}" },
        { "error-missing", @"\delta_2^{(2)} = «f_3'(z_1^{(3)}) w_{21}^{(3)}»", @"\delta_2^{(2)} = \delta_1^{(3)} f_3'(z_1^{(3)}) w_{21}^{(3)}" },
        { "input-missing", @"\frac{\partial \text{loss}}{\partial w_{11}^{(3)}} = «\delta_1^{(3)} f_3'(z_1^{(3)})»", @"\frac{\partial \text{loss}}{\partial w_{11}^{(3)}} = \delta_1^{(3)} f_3'(z_1^{(3)}) a_1^{(2)}" },
        { "brace-span", @"\frac{\partial \text{loss}}{\partial w_{11}^{(3)}} = \underbrace{\frac{\partial \text{loss}}{\partial a_1^{(3)}} «\frac{\partial a_1^{(3)}}{\partial z_1^{(3)}}» a_1^{(2)}}_{\delta_1^{(3)}}", @"\underbrace{\frac{\partial \text{loss}}{\partial a_1^{(3)}}}_{\delta_1^{(3)}}" },
        { "path-missing", @"\delta_1^{(1)} f_1'(z_1^{(1)}) = «\delta_1^{(2)} f_2'(z_1^{(2)}) w_{11}^{(2)} f_1'(z_1^{(1)})»", @"\delta_1^{(1)} f_1'(z_1^{(1)}) = \delta_1^{(2)} f_2'(z_1^{(2)}) w_{11}^{(2)} f_1'(z_1^{(1)}) + \delta_2^{(2)} f_2'(z_2^{(2)}) w_{12}^{(2)} f_1'(z_1^{(1)})" },
        { "term-missing", @"z_1^{(2)} = «w_{11}^{(2)} a_1^{(1)} + w_{21}^{(2)} a_2^{(1)}»", @"z_1^{(2)} = w_{11}^{(2)} a_1^{(1)} + w_{21}^{(2)} a_2^{(1)} + b_1^{(2)}" },
        { "term-missing", @"z_1^{(2)} = «w_{11}^{(2)} a_1^{(1)} + b_1^{(2)}»", @"z_1^{(2)} = w_{11}^{(2)} a_1^{(1)} + b_1^{(2)} + w_{21}^{(2)} a_2^{(1)}" },
        { "last-factor-only", @"\frac{\partial a_1^{(1)}}{\partial z_1^{(1)}} \frac{\partial z_1^{(1)}}{\partial b_1^{(1)}} = «1»", @"\frac{\partial z_1^{(1)}}{\partial b_1^{(1)}} = 1" },
        { "exponent", @"\text{loss} = «y - \hat{y}»", @"\text{loss} = (y - \hat{y})^2" },
        { "exponent", @"f_2'(z) = 1 - «f_2(z)^3»", @"f_2'(z) = 1 - f_2(z)^2" },
        { "too-many", @"\delta_1^{(2)} = \delta_1^{(3)} f_3'(z_1^{(3)}) w_{11}^{(3)} «w_{21}^{(3)}»", @"\delta_1^{(2)} = \delta_1^{(3)} f_3'(z_1^{(3)}) w_{11}^{(3)}" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Is_found_where_it_was_made_and_corrected(string slip, string line, string correction)
    {
        var text = $"{Before}\n$${line}$$\n";
        var report = CheckedDocument.Of(text.Replace("«", "").Replace("»", ""));

        var mistake = Assert.Single(report.Formulas.SelectMany(formula => formula.Relations), relation => relation.Outcome.IsMistake);
        var cause = Assert.IsType<Outcome.Refuted>(mistake.Outcome).Cause;
        Assert.NotNull(cause);
        Assert.Equal(slip, cause.Slip.Name);
        Assert.Equal(text, report.Document.Text.Insert(cause.Place.End, "»").Insert(cause.Place.Offset, "«"));
        Assert.Equal(correction, cause.Correction);
    }

    [Fact]
    public void Each_is_shown_in_some_line() =>
        Assert.Equal(Slip.All.Select(slip => slip.Name).Order(), Lines.Select(line => line.Data.Item1).Distinct().Order());

    [Fact]
    public void None_is_seen_in_what_several_of_them_would_have_to_explain()
    {
        var report = CheckedDocument.Of(Before + @"$$\delta_1^{(2)} = 3 f_3'(z_1^{(3)}) w_{21}^{(2)}$$");

        var mistake = Assert.Single(report.Formulas.SelectMany(formula => formula.Relations), relation => relation.Outcome.IsMistake);
        Assert.Null(Assert.IsType<Outcome.Refuted>(mistake.Outcome).Cause);
    }
}
