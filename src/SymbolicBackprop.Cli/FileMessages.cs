using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Cli;

/// <summary>What can be wrong with the files and folders that a user names.</summary>
internal static class FileMessages
{
    public const string NoName = "the name is empty";

    public static readonly Diagnostic NoCurrentFolder = Diagnostic.Error(null, "the current folder does not exist any more", "go to another one");

    public static string TooLarge(int megabytes) => FormattableString.Invariant($"it is larger than {megabytes} MB");

    public static Diagnostic OutputTooLarge(string path, long megabytes, int most) => Diagnostic.Error(
        null, FormattableString.Invariant($"'{path}' would have {megabytes} MB, more than {most}"), $"ask fewer questions, or {Limit.Hint("output")}");

    public static Diagnostic CannotRead(string path, string reason) => Diagnostic.Error(null, $"cannot read '{path}': {reason}");

    public static Diagnostic CannotWrite(string path, string reason) => Diagnostic.Error(null, $"cannot write '{path}': {reason}");

    public static Diagnostic CannotWatch(string path, string reason) => Diagnostic.Error(null, $"cannot watch '{path}': {reason}");

    public static Diagnostic Differs(string path, bool isThere) => Diagnostic.Error(
        null, isThere ? $"'{path}' is not as it would be written" : $"there is no '{path}'", "write it with the same command without --check");

    public static Diagnostic CannotPrint(string reason) => Diagnostic.Error(null, $"cannot write to standard output: {reason}");

    public static Diagnostic WouldOverwriteInput(string path, string input) => Diagnostic.Error(
        null, $"'{path}' is the {input} itself", "name another file with --output");

    public static readonly Diagnostic PicturesLeftOut = new(
        Severity.Warning, "the pictures are left out, for they are files beside the text", null, "name a file with --output, or write 'pictures: false' into the network file");

    public static Diagnostic NoNetworkToDraw(string path) => Diagnostic.Error(
        null, $"'{path}' holds equations, and only networks are drawn", "name a file with a network");

    public static Diagnostic NotShown(int mistakes) => Diagnostic.Error(
        null, $"not shown: {Wording.Count(mistakes, "more mistake")}", "mend the ones above first; others may go with them");

    /// <summary>A picture shows the paths to one quantity.</summary>
    public static Diagnostic PathsToLayer(string question) => Diagnostic.Error(
        null,
        $"{Wording.Quoted(question)} is a whole layer, and paths are drawn to one quantity",
        "ask for one, such as w_{11}^{(1)}, or for none to draw the network");

    /// <summary>What is exported has the quantities of the network as its inputs, and no vector.</summary>
    public static Diagnostic NotExported(string question) => Diagnostic.Error(
        null,
        $"{Wording.Quoted(question)} is the Hessian times a vector, which is not exported",
        "ask for entries of the Hessian, such as \\frac{\\partial^2 loss}{\\partial b_1^{(1)} \\partial b_1^{(2)}}");

    /// <summary>A picture shows the paths of a first derivative of the loss.</summary>
    public static Diagnostic PathsOfOther(string question) => Diagnostic.Error(
        null,
        $"{Wording.Quoted(question)} is not a first derivative of the loss, and paths are drawn from the loss to one quantity",
        "ask for one, such as w_{11}^{(1)}, or for none to draw the network");
}
