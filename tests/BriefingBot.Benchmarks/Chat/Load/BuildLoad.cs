namespace BriefingBot.Benchmarks.Chat.Load;

/// <summary>A fake platform without limits, as a build of the bot and its questions need it.</summary>
internal sealed record BuildLoad
{
    public required IAsyncDisposable Server { get; init; }

    /// <summary>What leads the bot to the server.</summary>
    public required IReadOnlyList<(string Name, string Value)> Environment { get; init; }

    public required IReadOnlyList<(string Name, string Value)> Settings { get; init; }

    /// <summary>Waits until the bot takes questions.</summary>
    public required Func<Task> Connected { get; init; }

    /// <summary>Asks the question of a number.</summary>
    public required Action<int> Ask { get; init; }

    /// <summary>Waits until the bot has posted so many messages.</summary>
    public required Func<int, Task> WaitForPosted { get; init; }

    /// <summary>How many it has posted.</summary>
    public required Func<int> Posted { get; init; }
}
