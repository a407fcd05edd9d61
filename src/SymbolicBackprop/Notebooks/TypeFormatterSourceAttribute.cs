namespace SymbolicBackprop.Notebooks;

/// <summary>
/// Says how objects of a type are shown in .NET notebooks. These know the attribute by its name and its properties, and so the library
/// needs no reference to them.
/// </summary>
/// <param name="formatterSourceType">A class with a method <c>CreateTypeFormatters</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The class.</summary>
    public Type FormatterSourceType => formatterSourceType;

    /// <summary>What a notebook shows, if it is not told otherwise.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}
