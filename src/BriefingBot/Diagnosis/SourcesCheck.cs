using BriefingBot.Core.Coverage;
using BriefingBot.Core.Intake;
using BriefingBot.Presentation;

namespace BriefingBot.Diagnosis;

/// <summary>How the sources that were added by command fare; it asks none of them.</summary>
internal static class SourcesCheck
{
    /// <summary>A finding a source; none when none was added.</summary>
    public static async Task<IReadOnlyList<Finding>> RunAsync(ISourceStore store, CancellationToken cancellationToken) =>
        [.. (await store.ListAsync(cancellationToken)).Select(Examine)];

    private static Finding Examine(SourceEntry entry)
    {
        string name = $"source {entry.Source.Name}";
        return entry switch
        {
            { Source.IsFetched: false } when !Directory.Exists(entry.Source.Location) && !File.Exists(entry.Source.Location) =>
                Finding.Fail(
                    name,
                    $"{entry.Source.Location} is not there.",
                    $"Put it back, or remove the source with 'sources remove {entry.Source.Name}'."
                ),
            { Source.CredentialsFile: { } file } when !File.Exists(file) => Finding.Fail(
                name,
                $"its credentials {file} are not there.",
                "Put the file back."
            ),
            { Source.IsPaused: true } => Finding.Ok(name, $"paused; 'sources resume {entry.Source.Name}' lets it go on."),
            { State.Error: { } error } => Finding.Warn(
                name,
                $"{PlainText.OneLine(error)} ({entry.State.Failures} checks have failed one after the other)",
                $"See what the host says, then 'sources check {entry.Source.Name}'."
            ),
            { State.Checked: { } at } => Finding.Ok(name, $"checked {ReadableDate.Of(at)}."),
            _ => Finding.Ok(name, entry.Source.IsFetched ? "not checked yet: it is read while the bot serves." : "lies on this machine."),
        };
    }
}
