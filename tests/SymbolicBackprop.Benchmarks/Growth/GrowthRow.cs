namespace SymbolicBackprop.Benchmarks.Growth;

/// <summary>What was measured of one network. Times are medians, in milliseconds.</summary>
/// <param name="Series">The series that it belongs to.</param>
/// <param name="Network">The units of its layers, from the inputs on.</param>
/// <param name="Parameters">The weights and biases.</param>
/// <param name="LossNodes">The nodes of the graph when the loss stands.</param>
/// <param name="Nodes">The nodes of the graph with all derivatives by the parameters.</param>
/// <param name="GraphBytes">What the graph then holds, spare room included.</param>
/// <param name="AllocatedBytes">All that was allocated on the way, which is no less than the peak.</param>
/// <param name="Build">From the description of the network to the loss.</param>
/// <param name="Gradient">From there to all derivatives.</param>
/// <param name="Evaluation">One evaluation of the loss and all derivatives.</param>
internal sealed record GrowthRow(
    string Series,
    string Network,
    int Parameters,
    int LossNodes,
    int Nodes,
    long GraphBytes,
    long AllocatedBytes,
    double Build,
    double Gradient,
    double Evaluation)
{
    public double Total => Build + Gradient;
}
