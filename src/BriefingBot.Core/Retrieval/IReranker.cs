namespace BriefingBot.Core.Retrieval;

/// <summary>
/// Reads a question and a text together and says how well the text answers, which is dearer and better than comparing vectors. Safe for
/// concurrent use.
/// </summary>
public interface IReranker
{
    /// <summary>Scores texts, in their order, until the time is up.</summary>
    /// <param name="question">The question.</param>
    /// <param name="texts">The texts, most promising first.</param>
    /// <param name="budget">How long it may take; what is under way is brought to its end.</param>
    /// <param name="cancellationToken">Ends it between two texts.</param>
    /// <returns>A score from 0 to 1 for as many of the first texts as there was time for.</returns>
    Task<IReadOnlyList<double>> ScoreAsync(
        string question,
        IReadOnlyList<string> texts,
        TimeSpan budget,
        CancellationToken cancellationToken
    );
}
