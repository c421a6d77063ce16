namespace BriefingBot.Core.Secrets;

/// <summary>A file that holds a secret and nothing else, such as a mounted one, which may be replaced while the bot runs.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Held">The secret that was read from it; null for none.</param>
public sealed record SecretFile(string Path, string? Held)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Completes when one of the files holds another secret than was read; never without files. A file that cannot be read is looked at
    /// again.
    /// </summary>
    public static async Task WaitForChangeAsync(IReadOnlyList<SecretFile> files, TimeProvider clock, CancellationToken cancellationToken)
    {
        using PeriodicTimer timer = new(BetweenLooks, clock);
        while (!files.Any(static file => file.IsReplaced()))
        {
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    private bool IsReplaced()
    {
        try
        {
            return SecretSource.Find(null, Path) is { } now && now != Held;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
