using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace SymbolicBackprop.Diagnostics;

/// <summary>What reading an input gave: its value where there is no error, and all that was found, in order of place.</summary>
/// <typeparam name="T">What is read.</typeparam>
public sealed class ReadResult<T>
    where T : class
{
    internal ReadResult(T? value, ImmutableArray<Diagnostic> diagnostics)
    {
        Value = value;
        Diagnostics = diagnostics;
    }

    /// <summary>The value, or null where the input has an error.</summary>
    public T? Value { get; }

    /// <summary>All that was found, in order of place.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Whether the input could be read.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsSuccess => Value is not null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidInputException">The input has an error.</exception>
    public T OrThrow() => Value ?? throw new InvalidInputException(Diagnostics);
}

/// <summary>Makes the results of reading.</summary>
internal static class ReadResult
{
    public static ReadResult<T> Of<T>(T value)
        where T : class => new(value, []);

    public static ReadResult<T> Failed<T>(params IEnumerable<Diagnostic> diagnostics)
        where T : class => new(null, InOrder(diagnostics));

    /// <summary>The value unless an error was found.</summary>
    public static ReadResult<T> Of<T>(T? value, IReadOnlyCollection<Diagnostic> diagnostics)
        where T : class =>
        new(diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error) ? null : value, InOrder(diagnostics));

    private static ImmutableArray<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.OrderBy(diagnostic => diagnostic.Place)];
}
