using System.CommandLine;
using System.Diagnostics;
using BriefingBot.Cli.Output;
using BriefingBot.Configuration;
using BriefingBot.Documents;
using BriefingBot.Storage.Sqlite.Backups;

namespace BriefingBot.Cli.Verbs;

/// <summary><c>backup FILE</c>: copies the store and what was fetched into one file, also while a bot runs on it.</summary>
internal static class BackupCommand
{
    public static Command Create(VerbServices services, CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = "The backup file; it must not exist yet." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace an existing file, once the new backup is complete." };
        var command = new Command("backup", "Copies the store into one file; a bot that uses it keeps running.")
        {
            file,
            overwrite,
            common.Json,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandRunner.RunAsync(
                    async token =>
                    {
                        string path = Path.GetFullPath(parsed.GetValue(file)!);
                        Check(path, parsed.GetValue(overwrite));
                        await using var provider = services.Build(common.Read(parsed));
                        OwnFile.Require(provider, "backup");
                        long started = Stopwatch.GetTimestamp();
                        var copy = CopyProgress.Show(
                            "Backing up",
                            progress => provider.GetRequiredService<SqliteBackup>().Take(path, parsed.GetValue(overwrite), progress, token)
                        );
                        var document = BackupDocument.From(copy, Stopwatch.GetElapsedTime(started));
                        if (parsed.GetValue(common.Json))
                        {
                            await Terminal.WriteJsonAsync(document, DocumentsJsonContext.Readable.BackupDocument, token);
                        }
                        else
                        {
                            BackupText.Write($"Backed up to '{copy.Path}':", document);
                        }

                        return ExitCodes.Done;
                    },
                    cancellationToken,
                    "no backup was left"
                )
        );
        return command;
    }

    private static void Check(string path, bool overwrite)
    {
        string? wrong =
            Directory.Exists(path) ? "is a folder: name a file in it."
            : File.Exists(path) && !overwrite ? "already exists and was left as it is: name another file, or give --overwrite."
            : !Directory.Exists(Path.GetDirectoryName(path)) ? "is in a folder that does not exist: create it first."
            : null;
        if (wrong is not null)
        {
            throw new UsageException($"'{path}' {wrong}");
        }
    }
}
