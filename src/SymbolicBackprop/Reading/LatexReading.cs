using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace SymbolicBackprop.Reading;

/// <summary>What reading a text gave: a value with the places of its parts, or the error that stopped it.</summary>
/// <typeparam name="T">What is read.</typeparam>
public sealed class LatexReading<T>
    where T : class
{
    internal LatexReading(T? value, SpanTable spans, ImmutableArray<Finding> findings)
    {
        Value = value;
        Spans = spans;
        Findings = findings;
    }

    /// <summary>The value, or null where the text cannot be read.</summary>
    public T? Value { get; }

    /// <summary>Where the parts of the value stand in the text.</summary>
    public SpanTable Spans { get; }

    /// <summary>The error, or notes on what was passed over.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>Whether the text could be read.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Value is not null;

    /// <summary>What stopped the reading, or null.</summary>
    public Finding? Error => Findings.FirstOrDefault(finding => finding.Kind == FindingKind.Error);
}
