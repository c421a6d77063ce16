using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Formats;
using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Core.Intake.Fetching;

/// <summary>
/// Reads articles from an address that gives one a line in JSON. A broken line is named and passed over; what it held before stays.
/// </summary>
public static class JsonLinesListing
{
    /// <summary>The items, and what could not be read.</summary>
    /// <param name="content">The body, UTF-8.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static SourceListing Read(byte[] content, CancellationToken cancellationToken)
    {
        List<ListedItem> items = [];
        List<string> notes = [];
        int number = 0;
        foreach (string line in Encoding.UTF8.GetString(content).TrimStart('\uFEFF').Split('\n'))
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                Add(line, number, items, notes);
            }
        }

        return new SourceListing(items) { Notes = notes };
    }

    private static void Add(string line, int number, List<ListedItem> items, List<string> notes)
    {
        try
        {
            using var record = JsonDocument.Parse(line, JsonShapes.Lenient);
            if (record.RootElement.ValueKind != JsonValueKind.Object || JsonShapes.TextOf(record.RootElement) is not { } text)
            {
                notes.Add($"line {number}: no article with a text.");
                return;
            }

            var fields = JsonShapes.Fields(record.RootElement);
            var metadata = fields.ToMetadata();
            items.Add(
                new ListedItem
                {
                    ItemId =
                        fields[ArticleField.Id] ?? metadata.Url ?? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
                    Document = new SourceDocument(metadata, HtmlText.IsMarkup(text) ? HtmlText.ToPlain(text) : text, DateOrigin.Feed),
                }
            );
        }
        catch (JsonException exception)
        {
            notes.Add($"line {number}: malformed JSON: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }
}
