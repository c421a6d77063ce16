using System.Text.Json;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Benchmarks.Verifier.Falsifications;

/// <summary>Articles of a JSONL file as passages of about ninety words, without a store.</summary>
internal static class NewsPassages
{
    private const int Words = 90;

    /// <summary>The articles in order, each as its first passages.</summary>
    public static IEnumerable<(string Id, RetrievedPassages Passages)> Read(string path, int most)
    {
        foreach (string line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            string id = json.RootElement.GetProperty("id").GetString()!;
            string title = json.RootElement.TryGetProperty("title", out var named) ? named.GetString() ?? "Untitled" : "Untitled";
            string? outlet = json.RootElement.TryGetProperty("outlet", out var by) ? by.GetString() : null;
            ArticleHeader header = new(
                ArticleId.Parse(id),
                1,
                title,
                false,
                outlet,
                null,
                null,
                DateOrigin.None,
                null,
                Article.DefaultCollection
            );
            StoredPassage[] passages =
            [
                .. Cut(json.RootElement.GetProperty("text").GetString()!)
                    .Take(most)
                    .Select((text, i) => new StoredPassage(i, new PassageId(header.Id, 1, i), PassageKind.Body, 0, text, header)),
            ];
            yield return (
                id,
                new RetrievedPassages(
                    [.. passages.Select(passage => new RetrievedPassage(passage, 1, 0.5, SentenceReader.Read(passage), 1))],
                    [],
                    TimeSpan.Zero
                )
            );
        }
    }

    /// <summary>A text in pieces of about ninety words, whole paragraphs.</summary>
    public static IEnumerable<string> Cut(string text)
    {
        List<string> paragraphs = [];
        int words = 0;
        foreach (string paragraph in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            paragraphs.Add(paragraph);
            words += paragraph.Count(unit => unit == ' ') + 1;
            if (words >= Words)
            {
                yield return string.Join('\n', paragraphs);
                paragraphs.Clear();
                words = 0;
            }
        }

        if (paragraphs.Count > 0)
        {
            yield return string.Join('\n', paragraphs);
        }
    }
}
