using BriefingBot.Core.Conversations;

namespace BriefingBot.Documents.Answers;

/// <summary>Milliseconds by stage, to the microsecond.</summary>
/// <param name="Question">Reading the question.</param>
/// <param name="Encoding">Embedding it.</param>
/// <param name="Retrieval">Searching and fusing.</param>
/// <param name="Composing">Drafting.</param>
/// <param name="Verifying">Checking every citation; none where a language model wrote, whose sentences are checked as they come.</param>
/// <param name="Total">From message to answer.</param>
internal sealed record TimingsDocument(double Question, double Encoding, double Retrieval, double Composing, double Verifying, double Total)
{
    /// <summary>Makes the document of the timings.</summary>
    public static TimingsDocument From(StageTimings timings) =>
        new(
            Milliseconds(timings.Question),
            Milliseconds(timings.Encoding),
            Milliseconds(timings.Retrieval),
            Milliseconds(timings.Composing),
            Milliseconds(timings.Verifying),
            Milliseconds(timings.Total)
        );

    private static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 3);
}
