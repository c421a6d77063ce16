using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Conversations;
using BriefingBot.Core.Coverage;
using BriefingBot.Presentation;
using Spectre.Console;

namespace BriefingBot.Cli.Output;

/// <summary>An answer as a person reads it on a terminal.</summary>
internal static class AnswerText
{
    /// <summary>Writes the answer, its sources and its date.</summary>
    public static void Write(IAnsiConsole console, OutgoingMessage message)
    {
        var answer = message.Answer;
        if (message.Statement is { } statement)
        {
            console.WriteLine(PlainText.OneLine(statement));
            console.WriteLine();
        }

        if (message.Abstained)
        {
            console.WriteLine(AnswerProse.Refusal);
            if (answer.Nearest.Count > 0)
            {
                console.WriteLine();
                console.WriteLine("Nearest articles:");
                foreach (var article in answer.Nearest)
                {
                    console.WriteLine($"  {Describe(article)}");
                }
            }
        }
        else if (!answer.Abstained)
        {
            foreach (var paragraph in AnswerProse.Paragraphs(answer.Sentences))
            {
                console.WriteLine(PlainText.OneLine(AnswerProse.Of(paragraph, answer.Citations)));
                console.WriteLine();
            }

            foreach (var disagreement in answer.Disagreements)
            {
                console.WriteLine(PlainText.OneLine(disagreement.ToString()));
                console.WriteLine();
            }

            console.WriteLine("Sources:");
            foreach (var citation in answer.Citations)
            {
                console.WriteLine($"  [{citation.Number}] {Describe(citation.Article)} ({PlainText.OneLine(citation.Passage.ToString())})");
            }
        }

        console.WriteLine();
        foreach (string note in message.Notes)
        {
            console.WriteLine(PlainText.OneLine(note));
        }

        var notes = AnswerNotes.Of(answer.Composer, message.Fallback, answer.Dropped, message.Abstained);
        console.WriteLine(string.Join(' ', notes.Prepend($"As of {ReadableDate.Of(answer.AsOf)}.")), new Style(Color.Grey));
    }

    private static string Describe(ArticleHeader article) =>
        PlainText.OneLine($"{ArticleTitle.Of(article)}{(article.TitleDerived ? " (title derived)" : "")} · {SourceText.Of(article)}");
}
