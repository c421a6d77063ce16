using BriefingBot.Core.Coverage;
using BriefingBot.Core.Ingestion.Cleaning;
using BriefingBot.Core.Ingestion.Dating;
using BriefingBot.Core.Ingestion.Sources;
using BriefingBot.Core.Text.Planted;

namespace BriefingBot.Core.Ingestion.Parsing;

/// <summary>
/// Makes an article of a source: fields, clean text, headline, byline, dateline, dates, captions, passages. Pure; safe for concurrent use.
/// </summary>
internal static class ArticleParser
{
    // Byline lines stand above the story, below headline and standfirst.
    private const int HeadParagraphs = 6;

    /// <summary>Parses a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="note">Told of a field that could not be used; the article is kept without it.</param>
    /// <param name="context">What the run knows; null: nothing.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SourceException">The record holds no article; the message says why.</exception>
    /// <exception cref="SourceWithheldException">Its source keeps the article from readers.</exception>
    public static Article Parse(
        SourceRecord record,
        Action<string> note,
        ParsingContext? context = null,
        CancellationToken cancellationToken = default
    )
    {
        context ??= ParsingContext.None;
        var (source, raw, origin) = SourceReader.Read(record, note, cancellationToken);
        var fields = source.Cleaned();
        var manifest = record.File.Manifest.Cleaned();
        var (lines, furniture) = ArticleCleaner.Clean(raw, context.FurnitureOf(fields, record.File));
        var paragraphs = lines.Select(line => new Paragraph(PassageKind.Body, line.Text, line.AfterBlank)).ToList();
        if (paragraphs.Count == 0)
        {
            throw new SourceException("empty: nothing but page furniture is left of it.");
        }

        string? headline = TakeHeadline(paragraphs, fields.Title);
        var bylines = MarkBylines(paragraphs, headline is not null);
        MarkCaptions(paragraphs);
        MarkAboveDateline(paragraphs);
        var lead =
            paragraphs.FirstOrDefault(paragraph =>
                paragraph.Kind == PassageKind.Body && HeadlineRule.IsLead(paragraph.Text) && !IsPlanted(paragraph)
            ) ?? paragraphs.FirstOrDefault(paragraph => paragraph.Kind == PassageKind.Body);
        if (lead is null && headline is null)
        {
            throw new SourceException("empty: no running text is left of it.");
        }

        var dateline = lead is null ? null : Dateline.Read(lead.Text);
        string? title = headline ?? manifest.Title;
        string? author = Author(fields, bylines, manifest);
        var names = record.File.Outlets;
        string? url = Url(fields.Url, note) ?? Url(manifest.Url, note);
        string? outlet =
            fields.Outlet
            ?? First(bylines, line => line.Outlet)
            ?? dateline?.Outlet
            ?? First(furniture, CopyrightLine.Holder)
            ?? manifest.Outlet
            ?? (url is null ? null : names.OfUrl(url));
        var dates = new ArticleDates(fields, origin, bylines, record.File, note)
        {
            Lead = dateline?.Date ?? (lead is null ? null : LeadDate.Read(lead.Text)),
        };
        var (published, dateOrigin) = dates.Published();
        context.CheckPublished(published, dateOrigin, note);

        PartDateline(paragraphs, lead, dateline);
        PutHeadFirst(paragraphs, title, bylines.Count == 0 ? author : null);
        if (PassageSplitter.HasGiantSentence(paragraphs))
        {
            note(
                $"it has a sentence of more than {PassageSplitter.LongestSentence} characters, which is not prose; it was cut into pieces."
            );
        }

        var (text, passages) = PassageSplitter.Split(paragraphs);
        return new Article
        {
            Id = record.Id,
            Title = title ?? HeadlineRule.Derive(lead!.Text),
            TitleDerived = title is null,
            Outlet = outlet is null ? null : names.Canonical(outlet),
            Byline = author,
            Dateline = dateline?.Place,
            Published = published,
            Updated = dates.Updated(),
            DateOrigin = dateOrigin,
            Url = url,
            Collection = fields.Collection ?? manifest.Collection ?? Article.DefaultCollection,
            Text = text,
            Passages = passages,
        };
    }

    // The headline leaves the paragraphs; its field wins over the first line. What was planted above it for machines is no headline, nor is
    // the name of a section.
    private static string? TakeHeadline(List<Paragraph> paragraphs, string? title)
    {
        int top = Math.Max(0, paragraphs.FindIndex(paragraph => !IsPlanted(paragraph)));
        if (
            paragraphs.Count > top + 2
            && PageFurniture.IsSection(paragraphs[top].Text)
            && (title is null ? HeadlineRule.IsHeadline(paragraphs[top + 1].Text) : IsTitle(paragraphs[top + 1].Text, title))
        )
        {
            paragraphs.RemoveAt(top);
        }

        if (title is not null)
        {
            if (IsTitle(paragraphs[top].Text, title))
            {
                paragraphs.RemoveAt(top);
            }

            return title;
        }

        // Releases print the date above the headline, pages the caption of the lead photo.
        int at = top;
        while (
            at < top + 3
            && at + 2 < paragraphs.Count
            && (BylineLine.Read(paragraphs[at].Text) is not null || CaptionRule.IsCaption(paragraphs[at].Text, belowByline: false))
        )
        {
            at++;
        }

        if (paragraphs.Count <= at + 1 || !HeadlineRule.IsHeadline(paragraphs[at].Text) || (at > top && paragraphs[at].Text[^1] == '.'))
        {
            return null;
        }

        string headline = paragraphs[at].Text;
        paragraphs.RemoveAt(at);
        return headline;
    }

    private static bool IsTitle(string paragraph, string title) => string.Equals(title, paragraph, StringComparison.OrdinalIgnoreCase);

    private static bool IsPlanted(Paragraph paragraph) => PlantedInstructions.WithoutInTitle(paragraph.Text).Length == 0;

    private static List<BylineLine> MarkBylines(List<Paragraph> paragraphs, bool hasHeadline)
    {
        var found = new List<BylineLine>();
        for (int i = 0; i < paragraphs.Count; i++)
        {
            bool head = i < HeadParagraphs;
            bool foot = i > 0 && i >= paragraphs.Count - 2;
            if ((head || foot) && BylineLine.Read(paragraphs[i].Text) is { } line && (head || line.Labelled))
            {
                found.Add(line);
                paragraphs[i] = paragraphs[i] with
                {
                    Kind = PassageKind.Byline,
                    Text = paragraphs[i].Text[..BylineLine.LengthIn(paragraphs[i].Text)].TrimEnd(),
                };
            }
            else if (head && hasHeadline && i + 2 < paragraphs.Count && NameAboveDate(paragraphs, i) is { } name)
            {
                found.Add(name);
                paragraphs[i] = paragraphs[i] with { Kind = PassageKind.Byline };
            }
            else if (head && i + 2 < paragraphs.Count && CreditLine.Read(paragraphs[i].Text, paragraphs[i + 1].Text) is { } credits)
            {
                found.Add(credits);
                paragraphs[i] = paragraphs[i] with { Kind = PassageKind.Byline };
                paragraphs[i + 1] = paragraphs[i + 1] with { Kind = PassageKind.Byline };
                i++;
            }
            else if (foot && CreditLine.ReadFoot(paragraphs[i].Text) is { } closing)
            {
                found.Add(closing);
                paragraphs[i] = paragraphs[i] with { Kind = PassageKind.Byline };
            }
            else if (i < 2 && i + 1 < paragraphs.Count && CreditLine.ReadLine(paragraphs[i].Text) is { } signed)
            {
                found.Add(signed);
                paragraphs[i] = paragraphs[i] with { Kind = PassageKind.Byline };
            }
        }

        return found;
    }

    // "Jane Doe" in a line of its own right above the date; a place would be spoken of with "in" or "from".
    private static BylineLine? NameAboveDate(List<Paragraph> paragraphs, int i)
    {
        string name = paragraphs[i].Text;
        return
            AuthorNames.IsNames(name)
            && BylineLine.Read(paragraphs[i + 1].Text) is { Byline: null } below
            && (below.Published ?? below.Updated) is not null
            && !paragraphs
                .Skip(i + 2)
                .Take(HeadParagraphs)
                .Any(body =>
                    ((string[])["in ", "of ", "from ", "to ", "near ", "at "]).Any(word =>
                        body.Text.Contains(word + name, StringComparison.Ordinal)
                    )
                )
            ? new BylineLine(name, null, null, null, false)
            : null;
    }

    // The paragraph behind an agency's dateline is the lead: what stands above it tells of photos.
    private static void MarkAboveDateline(List<Paragraph> paragraphs)
    {
        int lead = paragraphs.FindIndex(paragraph =>
            paragraph.Kind == PassageKind.Body && Dateline.Read(paragraph.Text) is { Outlet: not null }
        );
        for (int i = 0; i < lead && lead <= HeadParagraphs; i++)
        {
            paragraphs[i] = paragraphs[i].Kind == PassageKind.Body ? paragraphs[i] with { Kind = PassageKind.Caption } : paragraphs[i];
        }
    }

    // The dateline is no part of the sentence behind it.
    private static void PartDateline(List<Paragraph> paragraphs, Paragraph? lead, Dateline? dateline)
    {
        if (lead is null || dateline is null || paragraphs.IndexOf(lead) is not (>= 0 and var at) || dateline.Length >= lead.Text.Length)
        {
            return;
        }

        paragraphs[at] = lead with { Kind = PassageKind.Byline, Text = lead.Text[..dateline.Length].TrimEnd() };
        paragraphs.Insert(at + 1, lead with { Text = lead.Text[dateline.Length..], GoesOn = true });
    }

    private static void MarkCaptions(List<Paragraph> paragraphs)
    {
        for (int i = 0; i < paragraphs.Count; i++)
        {
            bool belowByline = i > 0 && paragraphs[i - 1].Kind == PassageKind.Byline && !paragraphs[i].AfterBlank;
            if (paragraphs[i].Kind == PassageKind.Body)
            {
                string paragraph = paragraphs[i].Text;
                paragraphs[i] =
                    CaptionRule.IsCaption(paragraph, belowByline) ? paragraphs[i] with { Kind = PassageKind.Caption }
                    : EditorsNote.Is(paragraph) ? paragraphs[i] with { Kind = PassageKind.Note }
                    : paragraphs[i];
            }
        }
    }

    private static string? Author(SourceMetadata fields, List<BylineLine> bylines, SourceMetadata manifest) =>
        fields.Byline is { } stated
            ? WithoutBy(stated)
            : First(bylines, line => line.Byline) ?? (manifest.Byline is { } listed ? WithoutBy(listed) : null);

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

    private static string? First<T>(IEnumerable<T> items, Func<T, string?> read) =>
        items.Select(read).FirstOrDefault(value => value is not null);

    private static string? Url(string? field, Action<string> note)
    {
        if (field is null || (Uri.TryCreate(field, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            return field;
        }

        note(
            $"'{field[..Math.Min(field.Length, 60)]}' in the field 'url' is not an absolute http or https address; the "
                + $"article was kept without it."
        );
        return null;
    }

    private static string WithoutBy(string byline) =>
        byline.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? byline[3..].TrimStart() : byline;
}
