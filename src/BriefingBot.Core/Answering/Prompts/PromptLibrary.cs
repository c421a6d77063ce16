using BriefingBot.Core.Answering.Models;
using BriefingBot.Core.Diagnostics;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Core.Answering.Prompts;

/// <summary>
/// The prompts of a folder. A file that changed is read again at its next use; one that turned bad is reported and the last good text stays
/// in use. Thread-safe.
/// </summary>
public sealed partial class PromptLibrary
{
    private readonly Lock _gate = new();
    private readonly Dictionary<PromptKind, Entry> _prompts = [];
    private readonly string _folder;
    private readonly ILogger<PromptLibrary> _logger;

    /// <summary>Reads and checks all prompts.</summary>
    /// <param name="folder">The folder of the files.</param>
    /// <param name="logger">Told when a changed file is taken or refused.</param>
    /// <exception cref="PromptException">A file is missing or cannot be used.</exception>
    public PromptLibrary(string folder, ILogger<PromptLibrary> logger)
    {
        (_folder, _logger) = (folder, logger);
        foreach (var kind in PromptKind.All)
        {
            var stamp = Stamp(kind);
            _prompts[kind] = new Entry(Read(kind), stamp);
        }
    }

    /// <summary>The folder that the settings name; without one that of the product's own prompts, beside the binary.</summary>
    public static string FolderOf(ModelOptions options) => options.Prompts ?? Path.Combine(AppContext.BaseDirectory, "prompts");

    /// <summary>The prompt as its file has it now, or as it last was when the file cannot be used.</summary>
    public Prompt Get(PromptKind kind)
    {
        lock (_gate)
        {
            var entry = _prompts[kind];
            var stamp = Stamp(kind);
            if (stamp == entry.Stamp)
            {
                return entry.Prompt;
            }

            try
            {
                var prompt = Read(kind);
                _prompts[kind] = new Entry(prompt, stamp);
                LogTaken(kind.FileName, prompt.Tag);
                return prompt;
            }
            catch (PromptException exception)
            {
                _prompts[kind] = entry with { Stamp = stamp };
                LogRefused(exception.Message, entry.Prompt.Tag);
                return entry.Prompt;
            }
        }
    }

    private (DateTime Written, long Length) Stamp(PromptKind kind)
    {
        FileInfo file = new(Path.Combine(_folder, kind.FileName));
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
    }

    private Prompt Read(PromptKind kind)
    {
        string path = Path.Combine(_folder, kind.FileName);
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PromptException(
                $"{path}: the prompt cannot be read: {exception.Message} Put it back, or let Model:Prompts name the folder "
                    + $"that has {kind.FileName}.",
                exception
            );
        }

        return PromptFile.Parse(kind, path, text);
    }

    [LoggerMessage(EventIds.Answering, LogLevel.Information, "{File} changed and is used from now on as {Tag}")]
    private partial void LogTaken(string file, string tag);

    [LoggerMessage(EventIds.Answering + 1, LogLevel.Error, "A changed prompt cannot be used, {Tag} stays in use: {Reason}")]
    private partial void LogRefused(string reason, string tag);

    private sealed record Entry(Prompt Prompt, (DateTime Written, long Length) Stamp);
}
