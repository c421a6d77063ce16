using BriefingBot.Core.Chat;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Diagnosis;

/// <summary>Do citations in chat lead anywhere?</summary>
internal static class CitationLinksCheck
{
    private const string Name = "citation links";
    private const int MostRead = 1000;

    /// <summary>Looks at the setting, and at the articles' own addresses where it is missing.</summary>
    public static async Task<DoctorFinding> RunAsync(ChatOptions options, ICoverageStore store, CancellationToken cancellationToken)
    {
        if (options.PublicBaseUrl is { } address)
        {
            return DoctorFinding.Ok(Name, $"marks and sources in chat lead to the quoted passage at {address}.");
        }

        try
        {
            var page = await store.ListArticlesAsync(CoverageFilter.None, 0, MostRead, cancellationToken);
            int without = page.Articles.Count(static article => article.Url is null);
            return without == 0
                ? DoctorFinding.Ok(
                    Name,
                    "marks and sources in chat lead to the articles' own addresses; with Chat:PublicBaseUrl they lead "
                        + "to the quoted passage."
                )
                : DoctorFinding.Warn(
                    Name,
                    $"Chat:PublicBaseUrl is not set, and {without} of {page.Articles.Count} articles have no address of "
                        + $"their own: citations of them lead nowhere.",
                    "Set Chat:PublicBaseUrl to the address under which people reach the console, such as https://briefing.example.org."
                );
        }
        catch (StoreException exception)
        {
            return DoctorFinding.Warn(
                Name,
                $"the articles' addresses could not be read: {exception.Message}",
                "See the finding about the store."
            );
        }
    }
}
