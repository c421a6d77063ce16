using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Cleaning;
using BriefingBot.Core.Ingestion.Dating;
using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>Makes an article of a source: fields, clean text, headline, byline, dateline, dates, captions, passages. Pure; safe for concurrent use.</summary>
internal static class ArticleParser
{
    // Byline lines stand above the story, below headline and standfirst.
    private const int HeadParagraphs = 6;

    /// <summary>Parses a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="note">Told of a field that could not be used; the article is kept without it.</param>
    /// <exception cref="SourceException">The record holds no article; the message says why.</exception>
    public static Article Parse(SourceRecord record, Action<string> note)
    {
        var (fields, raw, origin) = ReadSource(record);
        var manifest = record.File.Manifest;
        var (lines, furniture) = ArticleCleaner.Clean(raw);
        var paragraphs = lines.Select(line => new Paragraph(PassageKind.Body, line.Text, line.AfterBlank)).ToList();
        if (paragraphs.Count == 0)
        {
            throw new SourceException("empty: nothing but page furniture is left of it.");
        }

        string? headline = TakeHeadline(paragraphs, fields.Title);
        var bylines = MarkBylines(paragraphs);
        MarkCaptions(paragraphs);
        var lead = paragraphs.FirstOrDefault(paragraph => paragraph.Kind == PassageKind.Body);
        if (lead is null && headline is null)
        {
            throw new SourceException("empty: no running text is left of it.");
        }

        var dateline = lead is null ? null : Dateline.Read(lead.Text);
        string? byline = bylines.Select(line => line.Byline).OfType<string>().FirstOrDefault();
        string? author = fields.Byline is { } named ? WithoutBy(named) : byline ?? (manifest.Byline is { } listed ? WithoutBy(listed) : null);
        string? outlet = fields.Outlet
            ?? bylines.Select(line => line.Outlet).OfType<string>().FirstOrDefault()
            ?? dateline?.Outlet
            ?? furniture.Select(CopyrightLine.Holder).OfType<string>().FirstOrDefault()
            ?? manifest.Outlet;

        string? title = headline ?? manifest.Title;
        if (title is not null && (headline is not null || manifest.Title is not null))
        {
            paragraphs.Insert(0, new Paragraph(PassageKind.Headline, title));
        }

        if (author is not null && bylines.Count == 0)
        {
            paragraphs.Insert(title is null ? 0 : 1, new Paragraph(PassageKind.Byline, "By " + author));
        }

        var (published, dateOrigin) = Date(fields.Published, origin, "published", note) is { Item1: not null } stated
            ? stated
            : bylines.Select(line => line.Published).FirstOrDefault(date => date is not null) is { } printed
                ? (printed, DateOrigin.BylineLine)
                : Date(manifest.Published, DateOrigin.Manifest, "published", note) is { Item1: not null } listedDate
                    ? listedDate
                    : record.File.Format != SourceFormat.JsonLines && FileNameDate.Read(record.File.Source) is { } dated
                        ? (dated, DateOrigin.FileName)
                        : (null, DateOrigin.None);
        var updated = Date(fields.Updated, origin, "updated", note).Date
            ?? bylines.Select(line => line.Updated).FirstOrDefault(date => date is not null)
            ?? Date(manifest.Updated, DateOrigin.Manifest, "updated", note).Date;

        var (text, passages) = PassageSplitter.Split(paragraphs);
        return new Article
        {
            Id = record.Id,
            Title = title ?? HeadlineRule.Derive(lead!.Text),
            TitleDerived = title is null,
            Outlet = outlet,
            Byline = author,
            Dateline = dateline?.Place,
            Published = published,
            Updated = updated,
            DateOrigin = dateOrigin,
            Url = Url(fields.Url, note) ?? Url(manifest.Url, note),
            Collection = fields.Collection ?? manifest.Collection ?? Article.DefaultCollection,
            Text = text,
            Passages = passages,
        };
    }

    private static (SourceMetadata Fields, string Text, DateOrigin Origin) ReadSource(SourceRecord record)
    {
        if (record.File.Format == SourceFormat.JsonLines)
        {
            var (fields, text) = JsonRecord.Read(record.Content);
            return (fields, text, DateOrigin.Json);
        }

        string decoded = SourceText.Decode(record.Content.Span);
        if (record.File.Format == SourceFormat.Text)
        {
            return (SourceMetadata.Empty, decoded, DateOrigin.None);
        }

        var (front, body) = FrontMatter.Read(decoded);
        return (front, MarkdownText.ToPlain(body), DateOrigin.FrontMatter);
    }

    // The headline leaves the paragraphs; its field wins over the first line.
    private static string? TakeHeadline(List<Paragraph> paragraphs, string? title)
    {
        title = title is null ? null : InvisibleCharacters.Remove(title).ReplaceLineEndings(" ").Trim();
        bool first = title is { Length: > 0 }
            ? string.Equals(title, paragraphs[0].Text, StringComparison.OrdinalIgnoreCase)
            : paragraphs.Count > 1 && HeadlineRule.IsHeadline(paragraphs[0].Text);
        string? headline = title is { Length: > 0 } ? title : first ? paragraphs[0].Text : null;
        if (first)
        {
            paragraphs.RemoveAt(0);
        }

        return headline;
    }

    private static List<BylineLine> MarkBylines(List<Paragraph> paragraphs)
    {
        var found = new List<BylineLine>();
        for (int i = 0; i < paragraphs.Count; i++)
        {
            bool head = i < HeadParagraphs;
            bool foot = i >= paragraphs.Count - 2;
            if ((head || foot) && BylineLine.Read(paragraphs[i].Text) is { } line && (head || line.Labelled))
            {
                found.Add(line);
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

    private static (PublicationDate? Date, DateOrigin Origin) Date(string? field, DateOrigin origin, string name, Action<string> note)
    {
        if (field is null)
        {
            return (null, DateOrigin.None);
        }

        if (FieldDate.Read(field) is { } date)
        {
            return (date, origin);
        }

        note($"'{Shortened(field)}' in the field '{name}' is no date that can be read one way only; the article was kept without it. Write it as 2024-02-23.");
        return (null, DateOrigin.None);
    }

    private static string? Url(string? field, Action<string> note)
    {
        if (field is null || (Uri.TryCreate(field, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            return field;
        }

        note($"'{Shortened(field)}' in the field 'url' is no absolute http or https address; the article was kept without it.");
        return null;
    }

    private static string WithoutBy(string byline) => byline.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? byline[3..].TrimStart() : byline;

    private static string Shortened(string field) => field.Length <= 60 ? field : field[..60] + "…";
}
