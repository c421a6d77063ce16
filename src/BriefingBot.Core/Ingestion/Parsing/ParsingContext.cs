using System.Globalization;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Cleaning;
using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>What a run knows that no single article tells.</summary>
internal sealed record ParsingContext
{
    /// <summary>Nothing.</summary>
    public static ParsingContext None { get; } = new();

    /// <summary>The last day on which an article can have been published, anywhere on earth; null: any.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>What was learned of the furniture of the outlets; null: nothing.</summary>
    public FurnitureCensus? Census { get; init; }

    /// <summary>The furniture that the outlet of an article is known for; null: none.</summary>
    public IReadOnlySet<string>? FurnitureOf(SourceMetadata fields, CoverageFile file) => Census?.Of(FurnitureCensus.KeyOf(fields, file));

    /// <summary>
    /// Looks at a date that has not come: front matter means it as an order to wait, elsewhere it is a mistake to be told of.
    /// </summary>
    /// <exception cref="SourceWithheldException">The article is to be published later.</exception>
    public void CheckPublished(PublicationDate? published, DateOrigin origin, Action<string> note)
    {
        if (LastDay is { } last && published is { } date && date.Day > last)
        {
            string day = date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (origin == DateOrigin.FrontMatter)
            {
                throw new SourceWithheldException($"left out: it will only be published on {day}.");
            }

            note($"its date, {day}, is in the future; until then it is listed last. Correct the date if it is wrong.");
        }
    }

    /// <summary>What holds at a time. Noon of the next day has come somewhere when the day ends in Greenwich.</summary>
    public static ParsingContext At(DateTimeOffset now) => new() { LastDay = DateOnly.FromDateTime(now.UtcDateTime.AddHours(14)) };
}
