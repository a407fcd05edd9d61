using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace SymbolicBackprop.Formulas;

/// <summary>An immutable list that equals another with equal elements in the same order.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
[CollectionBuilder(typeof(EquatableList), nameof(EquatableList.Create))]
public readonly struct EquatableList<T> : IReadOnlyList<T>, IEquatable<EquatableList<T>>
    where T : IEquatable<T>
{
    private readonly ImmutableArray<T> items;

    internal EquatableList(ImmutableArray<T> items) => this.items = items;

    /// <summary>The number of elements.</summary>
    public int Count => items.IsDefault ? 0 : items.Length;

    /// <summary>The element at a position counted from 0.</summary>
    public T this[int index] => items[index];

    /// <summary>The elements.</summary>
    public ReadOnlySpan<T> AsSpan() => items.IsDefault ? [] : items.AsSpan();

    /// <inheritdoc/>
    public bool Equals(EquatableList<T> other) => AsSpan().SequenceEqual(other.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EquatableList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in AsSpan())
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => (items.IsDefault ? [] : items).AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Equality of elements.</summary>
    public static bool operator ==(EquatableList<T> left, EquatableList<T> right) => left.Equals(right);

    /// <summary>Inequality of elements.</summary>
    public static bool operator !=(EquatableList<T> left, EquatableList<T> right) => !left.Equals(right);
}

/// <summary>Makes lists that compare by their elements.</summary>
public static class EquatableList
{
    /// <summary>A list of the elements of a span.</summary>
    public static EquatableList<T> Create<T>(ReadOnlySpan<T> items)
        where T : IEquatable<T> => new([.. items]);

    /// <summary>A list of the elements of a sequence.</summary>
    public static EquatableList<T> ToEquatableList<T>(this IEnumerable<T> items)
        where T : IEquatable<T> => new([.. items]);
}
