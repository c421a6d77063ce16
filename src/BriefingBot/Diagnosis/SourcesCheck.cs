using BriefingBot.Core.Coverage;
using BriefingBot.Core.Intake;
using BriefingBot.Presentation;

namespace BriefingBot.Diagnosis;

/// <summary>How the sources that were added by command fare; it asks none of them.</summary>
internal static class SourcesCheck
{
    /// <summary>A finding a source; none when none was added.</summary>
    public static async Task<IReadOnlyList<DoctorFinding>> RunAsync(ISourceStore store, CancellationToken cancellationToken) =>
        [.. (await store.ListAsync(cancellationToken)).Select(Examine)];

    private static DoctorFinding Examine(SourceEntry entry)
    {
        string name = $"source {entry.Source.Name}";
        return entry switch
        {
            { Source.IsFetched: false } when !Directory.Exists(entry.Source.Location) && !File.Exists(entry.Source.Location) =>
                DoctorFinding.Fail(
                    name,
                    $"{entry.Source.Location} is not there.",
                    $"Put it back, or remove the source with 'sources remove {entry.Source.Name}'."
                ),
            { Source.CredentialsFile: { } file } when !File.Exists(file) => DoctorFinding.Fail(
                name,
                $"its credentials {file} are not there.",
                "Put the file back."
            ),
            { Source.IsPaused: true } => DoctorFinding.Ok(name, $"paused; 'sources resume {entry.Source.Name}' starts it again."),
            { State.Error: { } error } => DoctorFinding.Warn(
                name,
                $"{PlainText.OneLine(error)} ({entry.State.Failures} checks have failed one after the other)",
                $"See what the host says, then 'sources check {entry.Source.Name}'."
            ),
            { State.Checked: { } at } => DoctorFinding.Ok(name, $"checked {ReadableDate.Of(at)}."),
            _ => DoctorFinding.Ok(
                name,
                entry.Source.IsFetched ? "not checked yet: it is read while the bot is running." : "is on this machine."
            ),
        };
    }
}
