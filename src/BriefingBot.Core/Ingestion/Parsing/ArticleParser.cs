using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Cleaning;
using BriefingBot.Core.Ingestion.Dating;
using BriefingBot.Core.Ingestion.Sources;
using BriefingBot.Core.Text.Planted;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>Makes an article of a source: fields, clean text, headline, byline, dateline, dates, captions, passages. Pure; safe for concurrent use.</summary>
internal static class ArticleParser
{
    // Byline lines stand above the story, below headline and standfirst.
    private const int HeadParagraphs = 6;

    /// <summary>Parses a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="note">Told of a field that could not be used; the article is kept without it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SourceException">The record holds no article; the message says why.</exception>
    /// <exception cref="SourceWithheldException">Its source keeps the article from readers.</exception>
    public static Article Parse(SourceRecord record, Action<string> note, CancellationToken cancellationToken = default)
    {
        var (source, raw, origin) = SourceReader.Read(record, note, cancellationToken);
        var fields = source.Cleaned();
        var manifest = record.File.Manifest.Cleaned();
        var (lines, furniture) = ArticleCleaner.Clean(raw);
        var paragraphs = lines.Select(line => new Paragraph(PassageKind.Body, line.Text, line.AfterBlank)).ToList();
        if (paragraphs.Count == 0)
        {
            throw new SourceException("empty: nothing but page furniture is left of it.");
        }

        string? headline = TakeHeadline(paragraphs, fields.Title);
        var bylines = MarkBylines(paragraphs);
        MarkCaptions(paragraphs);
        var lead = paragraphs.FirstOrDefault(paragraph => paragraph.Kind == PassageKind.Body && HeadlineRule.IsLead(paragraph.Text) && !IsPlanted(paragraph))
            ?? paragraphs.FirstOrDefault(paragraph => paragraph.Kind == PassageKind.Body);
        if (lead is null && headline is null)
        {
            throw new SourceException("empty: no running text is left of it.");
        }

        var dateline = lead is null ? null : Dateline.Read(lead.Text);
        string? title = headline ?? manifest.Title;
        string? author = Author(fields, bylines, manifest);
        PutHeadFirst(paragraphs, title, bylines.Count == 0 ? author : null);

        var dates = new ArticleDates(fields, origin, bylines, record.File, note);
        var (published, dateOrigin) = dates.Published();
        var (text, passages) = PassageSplitter.Split(paragraphs);
        return new Article
        {
            Id = record.Id,
            Title = title ?? HeadlineRule.Derive(lead!.Text),
            TitleDerived = title is null,
            Outlet = fields.Outlet ?? First(bylines, line => line.Outlet) ?? dateline?.Outlet ?? First(furniture, CopyrightLine.Holder) ?? manifest.Outlet,
            Byline = author,
            Dateline = dateline?.Place,
            Published = published,
            Updated = dates.Updated(),
            DateOrigin = dateOrigin,
            Url = Url(fields.Url, note) ?? Url(manifest.Url, note),
            Collection = fields.Collection ?? manifest.Collection ?? Article.DefaultCollection,
            Text = text,
            Passages = passages,
        };
    }

    // The headline leaves the paragraphs; its field wins over the first line. What was planted above it for machines is no headline.
    private static string? TakeHeadline(List<Paragraph> paragraphs, string? title)
    {
        int top = Math.Max(0, paragraphs.FindIndex(paragraph => !IsPlanted(paragraph)));
        bool first = title is not null
            ? string.Equals(title, paragraphs[top].Text, StringComparison.OrdinalIgnoreCase)
            : paragraphs.Count > top + 1 && HeadlineRule.IsHeadline(paragraphs[top].Text);
        string? headline = title ?? (first ? paragraphs[top].Text : null);
        if (first)
        {
            paragraphs.RemoveAt(top);
        }

        return headline;
    }

    private static bool IsPlanted(Paragraph paragraph) => PlantedInstructions.Without(paragraph.Text).Length == 0;

    private static List<BylineLine> MarkBylines(List<Paragraph> paragraphs)
    {
        var found = new List<BylineLine>();
        for (int i = 0; i < paragraphs.Count; i++)
        {
            bool head = i < HeadParagraphs;
            bool foot = i > 0 && i >= paragraphs.Count - 2;
            if ((head || foot) && BylineLine.Read(paragraphs[i].Text) is { } line && (head || line.Labelled))
            {
                found.Add(line);
                paragraphs[i] = paragraphs[i] with { Kind = PassageKind.Byline };
            }
            else if (head && i + 2 < paragraphs.Count && Credits.Read(paragraphs[i].Text, paragraphs[i + 1].Text) is { } credits)
            {
                found.Add(credits);
                paragraphs[i] = paragraphs[i] with { Kind = PassageKind.Byline };
                paragraphs[i + 1] = paragraphs[i + 1] with { Kind = PassageKind.Byline };
                i++;
            }
            else if (foot && Credits.ReadFoot(paragraphs[i].Text) is { } closing)
            {
                found.Add(closing);
                paragraphs[i] = paragraphs[i] with { Kind = PassageKind.Byline };
            }
            else if (i < 2 && i + 1 < paragraphs.Count && Credits.ReadLine(paragraphs[i].Text) is { } signed)
            {
                found.Add(signed);
                paragraphs[i] = paragraphs[i] with { Kind = PassageKind.Byline };
            }
        }

        return found;
    }

    private static void MarkCaptions(List<Paragraph> paragraphs)
    {
        for (int i = 0; i < paragraphs.Count; i++)
        {
            bool belowByline = i > 0 && paragraphs[i - 1].Kind == PassageKind.Byline && !paragraphs[i].AfterBlank;
            if (paragraphs[i].Kind == PassageKind.Body && CaptionRule.IsCaption(paragraphs[i].Text, belowByline))
            {
                paragraphs[i] = paragraphs[i] with { Kind = PassageKind.Caption };
            }
        }
    }

    private static string? Author(SourceMetadata fields, List<BylineLine> bylines, SourceMetadata manifest) =>
        fields.Byline is { } stated ? WithoutBy(stated) : First(bylines, line => line.Byline) ?? (manifest.Byline is { } listed ? WithoutBy(listed) : null);

    private static void PutHeadFirst(List<Paragraph> paragraphs, string? title, string? author)
    {
        if (author is not null)
        {
            paragraphs.Insert(0, new Paragraph(PassageKind.Byline, "By " + author));
        }

        if (title is not null)
        {
            paragraphs.Insert(0, new Paragraph(PassageKind.Headline, title));
        }
    }

    private static string? First<T>(IEnumerable<T> items, Func<T, string?> read) => items.Select(read).FirstOrDefault(value => value is not null);

    private static string? Url(string? field, Action<string> note)
    {
        if (field is null || (Uri.TryCreate(field, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            return field;
        }

        note($"'{field[..Math.Min(field.Length, 60)]}' in the field 'url' is no absolute http or https address; the article was kept without it.");
        return null;
    }

    private static string WithoutBy(string byline) => byline.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? byline[3..].TrimStart() : byline;
}
