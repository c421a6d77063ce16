using System.Globalization;
using BriefingBot.Core.Coverage;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Conversations.Requests.Kinds;

/// <summary>Who the coverage is from, with how many articles each has, and the newest of each.</summary>
internal abstract class ListSources(ArticleSelector articles, ICoverageStore store, string name, string patterns, string one, string many)
    : RequestKind(name, patterns)
{
    private const int Shown = 20;

    public override async Task<RequestAnswer?> AnswerAsync(
        RequestWords words,
        RequestText text,
        Question question,
        CancellationToken cancellationToken
    )
    {
        var selection = await articles.SelectAsync(question, new ArticleRequest { Period = text.Period }, cancellationToken);
        var sources = selection
            .Articles.Where(article => SourceOf(article) is not null)
            .GroupBy(article => SourceOf(article)!, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(source => source.Count())
            .ThenBy(source => source.Key, StringComparer.OrdinalIgnoreCase)
            .ToArray();
        RequestDraft draft = new();
        await draft.AddHeadlinesAsync(
            store,
            sources.Take(Shown).Select(source => source.First()),
            article => SourceOf(article),
            cancellationToken
        );
        return draft.ToAnswer(Describe(selection, sources));
    }

    /// <summary>Who an article is from; null: it does not say.</summary>
    protected abstract string? SourceOf(ArticleHeader article);

    private string Describe(ArticleSelection selection, IGrouping<string, ArticleHeader>[] sources)
    {
        int without = selection.Articles.Count - sources.Sum(source => source.Count());
        string rest = without == 0 ? "" : $" {Sentence(ArticleSelection.Count(without))} {(without == 1 ? "names" : "name")} no {one}.";
        if (sources.Length == 0)
        {
            return $"The coverage has {ArticleSelection.Count(selection.Articles.Count)}{selection.Limits}; none names its {one}.";
        }

        string names = string.Join(
            ", ",
            sources.Take(Shown).Select(source => string.Create(CultureInfo.InvariantCulture, $"{source.Key} ({source.Count():N0})"))
        );
        string more = sources.Length > Shown ? string.Create(CultureInfo.InvariantCulture, $" and {sources.Length - Shown:N0} more") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The coverage has {ArticleSelection.Count(selection.Articles.Count)}{selection.Limits} from "
                + $"{sources.Length:N0} {(sources.Length == 1 ? one : many)}: {names}{more}.{rest}"
        );
    }

    private static string Sentence(string text) => string.Concat(text[..1].ToUpperInvariant(), text.AsSpan(1));
}
