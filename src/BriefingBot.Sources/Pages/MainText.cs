using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BriefingBot.Core.Ingestion.Formats;
using SmartReader;

namespace BriefingBot.Sources.Pages;

/// <summary>Finds the running text of a page.</summary>
internal static class MainText
{
    private const int Enough = 140;

    /// <summary>Its time grows with the square of the elements; real pages have a tenth of these.</summary>
    private const int MostElements = 10_000;

    private const string Around =
        "script, style, noscript, template, nav, footer, form, aside, button, iframe, svg, select, textarea, "
        + "[aria-hidden=true], [hidden], [role=navigation], [role=complementary], [role=contentinfo]";

    /// <summary>The text, its blocks separated by empty lines.</summary>
    public static string Read(string html, IHtmlDocument document, CancellationToken cancellationToken)
    {
        string all = Words(document.Body);
        cancellationToken.ThrowIfCancellationRequested();
        string? article = Extract(html);

        // The reader needs some text to tell an article from what stands around it; of a short page all is taken.
        return article is not null && article.Length >= Math.Min(Enough, all.Length / 3) ? article : all;
    }

    private static string? Extract(string html)
    {
        try
        {
            var reader = new Reader("http://localhost/", html) { CharThreshold = Enough, MaxElemsToParse = MostElements };
            var article = reader.GetArticle();
            return article.Content is { Length: > 0 } content ? HtmlText.ToPlain(content) : null;
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or OperationCanceledException))
        {
            // Whatever it stumbles over, the page's own text is still there.
            return null;
        }
    }

    private static string Words(IElement? body)
    {
        if (body is null)
        {
            return "";
        }

        var main =
            body.QuerySelector("[itemprop=articleBody]")
            ?? (body.QuerySelectorAll("article") is [var only] ? only : null)
            ?? body.QuerySelector("main, [role=main]")
            ?? body;
        foreach (var element in main.QuerySelectorAll(Around).ToArray())
        {
            element.Remove();
        }

        return HtmlText.ToPlain(BareMarkup.Within(main)).Trim();
    }
}
