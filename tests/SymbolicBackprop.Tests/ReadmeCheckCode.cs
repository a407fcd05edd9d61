using SymbolicBackprop;
using SymbolicBackprop.Activations;
using SymbolicBackprop.Checking.Reports;
using SymbolicBackprop.Diagnostics;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Reading.Documents;

// A namespace outside of the library's, as the reader's is: only the lines above bring in its names.
namespace ReaderOfTheReadme;

/// <summary>The README's code that checks a derivation.</summary>
internal static class ReadmeCheckCode
{
    /// <summary>Runs it, and returns what it prints.</summary>
    public static string Run()
    {
        var network = Network.Create(inputs: 2).Dense(2, Activation.Tanh).Dense(1, Activation.Sigmoid).WithLoss(Loss.Squared);
        var notes = new SourceText("notes.md", @"$\delta_1^{(2)} = 2 (y - \hat{y})$");
        var text = ReportFormat.Text.Write(network.Check(notes, DocumentFormat.Markdown));
        return text;
    }
}
