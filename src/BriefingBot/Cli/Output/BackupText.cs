using System.Globalization;
using BriefingBot.Documents;
using Spectre.Console;

namespace BriefingBot.Cli.Output;

/// <summary>Says what a backup or a restore came to.</summary>
internal static class BackupText
{
    /// <param name="done">What was done, as the line begins.</param>
    /// <param name="copy">What was copied.</param>
    public static void Write(string done, BackupDocument copy) =>
        Terminal.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{done} {copy.Articles} articles, {copy.Passages} passages, {copy.Questions} questions and "
                    + $"{copy.FetchedFiles} fetched files, {copy.Bytes / 1e6:0.0} MB, checked, in {copy.Seconds:0.0} s."
            )
        );
}
