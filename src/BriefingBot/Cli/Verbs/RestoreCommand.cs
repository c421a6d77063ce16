using System.CommandLine;
using System.Diagnostics;
using BriefingBot.Cli.Output;
using BriefingBot.Configuration;
using BriefingBot.Documents;
using BriefingBot.Storage.Sqlite.Backups;

namespace BriefingBot.Cli.Verbs;

/// <summary><c>restore FILE</c>: puts a backup where no store is, or an empty one.</summary>
internal static class RestoreCommand
{
    public static Command Create(VerbServices services, CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = "A file made by 'backup'." };
        var command = new Command("restore", "Puts a backup into an empty data folder, all of it or nothing.") { file, common.Json };
        command.SetAction(
            (parsed, cancellationToken) =>
                CommandRunner.RunAsync(
                    async token =>
                    {
                        string path = Path.GetFullPath(parsed.GetValue(file)!);
                        if (!File.Exists(path))
                        {
                            throw new UsageException(
                                Directory.Exists(path)
                                    ? $"'{path}' is a folder: name a file made by 'backup'."
                                    : $"there is no file '{path}'; check the path."
                            );
                        }

                        await using var provider = services.Build(common.Read(parsed));
                        OwnFile.Require(provider, "restore");
                        long started = Stopwatch.GetTimestamp();
                        var copy = CopyProgress.Show(
                            "Restoring",
                            progress => provider.GetRequiredService<SqliteRestore>().Run(path, progress, token)
                        );
                        var document = BackupDocument.From(copy, Stopwatch.GetElapsedTime(started));
                        if (parsed.GetValue(common.Json))
                        {
                            await Terminal.WriteJsonAsync(document, DocumentsJsonContext.Readable.BackupDocument, token);
                        }
                        else
                        {
                            BackupText.Write($"Restored to '{copy.Path}':", document);
                        }

                        return ExitCodes.Done;
                    },
                    cancellationToken,
                    "nothing was restored"
                )
        );
        return command;
    }
}
