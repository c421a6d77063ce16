using BriefingBot.Core.Briefings;
using BriefingBot.Presentation;
using Spectre.Console;

namespace BriefingBot.Cli.Output;

/// <summary>A briefing as a person reads it on a terminal.</summary>
internal static class BriefingText
{
    private const int OthersShown = 5;

    public static void Write(IAnsiConsole console, string? topic, Briefing briefing)
    {
        if (briefing.Entries.Count == 0)
        {
            console.WriteLine(topic is null ? "The coverage is empty." : $"Nothing in the coverage about {PlainText.OneLine(topic)}.");
            return;
        }

        if (briefing.Digest is { } digest)
        {
            console.WriteLine(PlainText.OneLine(AnswerProse.Of(digest.Sentences, digest.Citations)));
            console.WriteLine();
            foreach (var citation in digest.Citations)
            {
                console.WriteLine(
                    PlainText.OneLine($"[{citation.Number}] {citation.Article.Title} · {SourceText.Of(citation.Article)}"),
                    new Style(Color.Grey)
                );
            }

            console.WriteLine();
        }

        foreach (var entry in briefing.Entries)
        {
            string copies = entry.Copies > 1 ? $" · {entry.Copies} copies" : "";
            console.WriteLine(PlainText.OneLine(entry.Article.Title), new Style(decoration: Decoration.Bold));
            console.WriteLine(
                PlainText.OneLine(
                    $"{SourceText.Of(entry.Article)}{(entry.Article.TitleDerived ? " · title derived" : "")}{copies} · {entry.Article.Id}"
                ),
                new Style(Color.Grey)
            );
            console.WriteLine(PlainText.OneLine(string.Join(' ', entry.Summary.Select(sentence => sentence.Text))));
            WriteStory(console, entry.Story);
            console.WriteLine();
        }

        if (briefing.HasMore)
        {
            console.WriteLine("There is more: use --page to see it.", new Style(Color.Grey));
        }
    }

    private static void WriteStory(IAnsiConsole console, BriefedStory? story)
    {
        if (story?.Describe() is not { } reports)
        {
            return;
        }

        string move = story.Move is { } moved ? $" · {moved}" : "";
        console.WriteLine(PlainText.OneLine($"{story.Id}: {reports}{move}"), new Style(Color.Grey));
        foreach (var other in story.Others.Take(OthersShown))
        {
            console.WriteLine(PlainText.OneLine($"  also {other.Title} · {SourceText.Of(other)} · {other.Id}"), new Style(Color.Grey));
        }

        if (story.Others.Count > OthersShown)
        {
            console.WriteLine($"  and {story.Others.Count - OthersShown} more", new Style(Color.Grey));
        }
    }
}
