namespace SymbolicBackprop.Notations;

/// <summary>The notation of a book, a course or a kind of tutorial, under the name by which network files and the command line know it.</summary>
public sealed partial class NotationProfile
{
    private NotationProfile(string name, string summary, Notation notation)
    {
        Name = name;
        Summary = summary;
        Notation = notation;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Whose it is, or what it looks like.</summary>
    public string Summary { get; }

    /// <summary>The notation.</summary>
    public Notation Notation { get; }

    /// <summary>The profile of a name, or null.</summary>
    public static NotationProfile? Find(string name) => All.FirstOrDefault(profile => profile.Name == name);
}
