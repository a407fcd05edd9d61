namespace SymbolicBackprop.Models;

/// <summary>A formula says nothing in a model; the message tells which part of it and why.</summary>
public sealed class MeaninglessException(string message) : Exception(message);
