using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Embedding;

/// <summary>What can be wrong with what a document asks for.</summary>
internal static class EmbeddingMessages
{
    public static Diagnostic UnknownRequest(Place place, string word) => Diagnostic.Error(
        place, $"it is not clear what {Wording.Quoted(word)} asks for", "write 'backprop' alone for derivations, or 'backprop check' and the network for formulas to check");

    public static Diagnostic NotClosed(Place place, string closing) => Diagnostic.Error(
        place, "what begins here is not closed", $"end it with a line {closing}");

    public static Diagnostic AnswerNotClosed(Place place, string closing) => Diagnostic.Error(
        place, $"it is not clear where the answer ends: '{closing}' is missing", "write it behind the comment; what stands between is replaced");

    public static Diagnostic EndsComment(Place place) => Diagnostic.Error(
        place, "'-->' ends a comment, and what is asked is kept in one", "write it in another way, such as '\\to'");

    public static Diagnostic FormulaNotClosed(Place place) => Diagnostic.Error(
        place, "the '{' that opens here is not closed in its line", @"write '{backprop: w_{11}^{(3)}}', or '\{' where nothing is asked");

    public static Diagnostic NoNetworkYet(Place place) => Diagnostic.Error(
        place, "no network stands before this", "name a file, as in 'check network.yaml', or put a block with the network before it");

    public static Diagnostic UnknownNetwork(Place place, string reference, IReadOnlyCollection<string> known) => Diagnostic.Error(
        place,
        $"no network before this is called {Wording.Quoted(reference)}" + (known.Count == 0 ? "" : $"; known are {string.Join(", ", known)}"),
        Wording.DidYouMean(reference, known) ?? "write 'name:' into the block of the network, or name a file such as 'network.yaml'");

    public static Diagnostic NoName(Place place, string name) => Diagnostic.Error(
        place, $"{Wording.Quoted(name)} cannot be the name of a network", "a name is a letter and at most 39 more letters, digits, '-' and '_'");

    public static Diagnostic NameTaken(Place place, string name) => Diagnostic.Error(
        place, $"a network before this is called {Wording.Quoted(name)} already", "give this one another name, or ask about that one with 'network:' and its name");

    public static Diagnostic FileAndNetwork(Place place) => Diagnostic.Error(
        place, "'file' and 'network' both say what the questions are about", "leave one of them out");

    public static Diagnostic NoFolder(Place place) => Diagnostic.Error(
        place, "files cannot be found, because nobody said which folder this document is in", "write the network into the block");

    public static Diagnostic OutsideOfFolder(Place place, string path) => Diagnostic.Error(
        place, $"{Wording.Quoted(path)} leads out of the folder that documents may read from", "name a file inside of it, by its way from this document");

    public static Diagnostic CannotRead(Place place, string path, string reason) => Diagnostic.Error(
        place, $"cannot read {Wording.Quoted(path)}: {reason}", "files are named by their way from this document");

    public static Diagnostic NothingToCheck(Place place) => Diagnostic.Error(
        place, "there are no formulas to check", "formulas stand in $…$ or $$…$$");
}
