namespace BriefingBot.Core.Tests.Ingestion.Pages;

/// <summary>An article as its page is to give it back.</summary>
internal sealed record PageArticle(
    string Title,
    string Byline,
    string Published,
    string Outlet,
    string Url,
    IReadOnlyList<string> Paragraphs
);
