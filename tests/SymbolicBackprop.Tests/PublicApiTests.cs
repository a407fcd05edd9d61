using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SymbolicBackprop.Networks;
using SymbolicBackprop.Tests.Snapshots;

namespace SymbolicBackprop.Tests;

/// <summary>What users of the library can call. A change of it is seen, and is one of the version too.</summary>
public sealed class PublicApiTests
{
    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    // What the compiler writes for every record.
    private static readonly string[] OfRecords = ["Equals", "GetHashCode", "ToString", "Deconstruct", "<Clone>$", "PrintMembers", "EqualityContract", "op_Equality", "op_Inequality"];

    [Fact]
    public void The_public_surface_of_the_library()
    {
        var library = MetadataReference.CreateFromFile(typeof(Network).Assembly.Location);
        MetadataReference[] others = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => path != typeof(Network).Assembly.Location).Select(path => MetadataReference.CreateFromFile(path))];
        var assembly = (IAssemblySymbol)CSharpCompilation.Create("Api", references: [library, .. others]).GetAssemblyOrModuleSymbol(library)!;

        Snapshot.Match("api/SymbolicBackprop.txt", string.Concat(Types(assembly.GlobalNamespace)
            .OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal)
            .Select(type => $"{type.ContainingNamespace}: {type.ToDisplayString(Format)}\n{string.Concat(Members(type).Select(member => $"    {member}\n"))}")));
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol parent) => parent.GetMembers().SelectMany(member => member switch
    {
        INamespaceSymbol inner => Types(inner),
        INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public } type => Types(type).Prepend(type),
        _ => [],
    });

    private static IEnumerable<string> Members(INamedTypeSymbol type) => type.GetMembers()
        .Where(member => member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
            && member is not (INamedTypeSymbol or IMethodSymbol { AssociatedSymbol: not null } or IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters: [] })
            && !OfRecords.Contains(member.Name)
            && !(member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters: [{ Type: var only }] } && SymbolEqualityComparer.Default.Equals(only, type)))
        .Select(member => member.ToDisplayString(Format))
        .Order(StringComparer.Ordinal);
}
