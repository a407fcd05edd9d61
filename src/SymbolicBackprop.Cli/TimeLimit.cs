using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Cli;

/// <summary>Work that may take a limited time.</summary>
internal static class TimeLimit
{
    /// <summary>The result of some work; null after a complaint, where it takes too long. What has been asked to stop and does not ends with the program.</summary>
    public static T? Run<T>(Surroundings surroundings, Limits limits, string what, Func<CancellationToken, T> work)
        where T : class
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(surroundings.Stop);
        var running = Task.Run(() => work(stop.Token));
        if (Task.WaitAny([running], TimeSpan.FromSeconds(limits.Seconds)) < 0)
        {
            stop.Cancel();
            surroundings.Refuse(UsageMessages.TookTooLong(what, limits.Seconds));
            return null;
        }

        return running.GetAwaiter().GetResult();
    }
}
