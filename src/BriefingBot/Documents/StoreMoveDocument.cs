using BriefingBot.Storage.Moving;

namespace BriefingBot.Documents;

/// <summary>What <c>store copy --json</c> prints.</summary>
/// <param name="Source">The store.</param>
/// <param name="Target">Where it was copied to; no secrets.</param>
/// <param name="Rows">Rows of the target, all compared with the source.</param>
/// <param name="Copied">Those that this run wrote.</param>
/// <param name="Articles">Current articles.</param>
/// <param name="Passages">Current passages.</param>
/// <param name="Questions">Questions of chats.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record StoreMoveDocument(
    string Source,
    string Target,
    long Rows,
    long Copied,
    long Articles,
    long Passages,
    long Questions,
    double Seconds
)
{
    public static StoreMoveDocument From(StoreMove move, TimeSpan elapsed) =>
        new(
            move.Source,
            move.Target,
            move.Rows,
            move.Copied,
            move.Articles,
            move.Passages,
            move.Questions,
            Math.Round(elapsed.TotalSeconds, 3)
        );
}
