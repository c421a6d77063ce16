namespace BriefingBot.Benchmarks.Search;

/// <summary>Another search over the same passages, for comparison.</summary>
internal interface ISearchPeer : IAsyncDisposable
{
    /// <summary>What the table calls it.</summary>
    string Name { get; }

    /// <summary>Is it by words, or by vectors?</summary>
    bool IsByWords { get; }

    /// <summary>Asks for the best passages.</summary>
    Task SearchAsync(AskedSearch question, int top, CancellationToken cancellationToken);
}
