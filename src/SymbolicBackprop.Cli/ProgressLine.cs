using System.Globalization;
using SymbolicBackprop.Diagnostics;

namespace SymbolicBackprop.Cli;

/// <summary>A line on the screen of somebody who waits, from the first full second on. It vanishes at the end.</summary>
internal sealed class ProgressLine : IDisposable
{
    private const int Widest = 60; // it must not reach a second line

    private readonly Lock gate = new();
    private readonly TextWriter screen;
    private readonly string subject;
    private readonly Timer timer;
    private int seconds;
    private int width;
    private bool isOver;

    private ProgressLine(TextWriter screen, string subject, TimeSpan second)
    {
        this.screen = screen;
        this.subject = Wording.Visible(subject);
        timer = new Timer(_ => Advance(), null, second, second);
    }

    /// <summary>Begins; null where no screen shows complaints.</summary>
    /// <param name="surroundings">What the command talks to.</param>
    /// <param name="subject">What is being made.</param>
    public static ProgressLine? Start(Surroundings surroundings, string subject) => Start(surroundings, subject, TimeSpan.FromSeconds(1));

    internal static ProgressLine? Start(Surroundings surroundings, string subject, TimeSpan second) =>
        surroundings.Screen is { } screen ? new ProgressLine(screen, subject, second) : null;

    public void Dispose()
    {
        timer.Dispose();
        lock (gate)
        {
            isOver = true;
            screen.Write(width == 0 ? "" : $"\r{new string(' ', width)}\r");
        }
    }

    private void Advance()
    {
        lock (gate)
        {
            if (!isOver)
            {
                var end = string.Create(CultureInfo.InvariantCulture, $" … {++seconds} s");
                var line = $"making {(subject.Length > Widest - end.Length ? subject[..(Widest - end.Length)] : subject)}{end}";
                screen.Write("\r" + line);
                width = line.Length;
            }
        }
    }
}
