using System.Globalization;
using BriefingBot.Core.Chat.Rendering;
using BriefingBot.Core.Ingestion;

namespace BriefingBot.Core.Commands;

/// <summary>What the results of several commands are laid out with.</summary>
internal static class CommandBlocks
{
    public static AnswerBlock Paragraph(string text) => new(AnswerBlockKind.Paragraph, [AnswerUnit.Of(text)]);

    public static AnswerUnit Line(string name, string value) => new([new Inline(name, InlineKind.Strong), new Inline($": {value}")]);

    public static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");

    public static string Account(IngestionReport report) =>
        $"{report.Added:N0} added, {report.Updated:N0} updated, {report.Unchanged:N0} unchanged, {report.Removed:N0} "
        + $"removed, {report.Failed.Count:N0} failed";
}
