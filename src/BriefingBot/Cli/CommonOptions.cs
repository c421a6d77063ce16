using System.CommandLine;

namespace BriefingBot.Cli;

/// <summary>The options that every verb takes.</summary>
internal sealed class CommonOptions
{
    private readonly Option<string[]> _coverage = new("--coverage")
    {
        Description = "Folders or files of articles; the sample coverage 'seeds' when not given.",
        HelpName = "PATH",
        AllowMultipleArgumentsPerToken = true,
        Recursive = true,
    };

    private readonly Option<string?> _data = new("--data")
    {
        Description = "The folder of the index; 'data' when not given.",
        HelpName = "DIR",
        Recursive = true,
    };

    private readonly Option<string?> _config = new("--config")
    {
        Description = "A JSON file with settings.",
        HelpName = "FILE",
        Recursive = true,
    };

    /// <summary>Prints one JSON document on standard output and nothing else there. Added by the verbs that have one.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Print one JSON document on standard output and nothing else there." };

    /// <summary>The addresses of the web console. Added by the verbs that use it.</summary>
    public Option<string?> Urls { get; } = new("--urls")
    {
        Description = "The addresses of the web console, parted by semicolons; http://127.0.0.1:5080 when not given.",
        HelpName = "URLS",
    };

    /// <summary>Adds what every verb below the root takes.</summary>
    public void AddTo(RootCommand root)
    {
        root.Options.Add(_coverage);
        root.Options.Add(_data);
        root.Options.Add(_config);
    }

    /// <summary>Reads what was given.</summary>
    public CommonArguments Read(ParseResult parsed) => new(parsed.GetValue(_coverage) ?? [], parsed.GetValue(_data), parsed.GetValue(_config))
    {
        Urls = parsed.CommandResult.Command.Options.Contains(Urls) ? parsed.GetValue(Urls) : null,
    };
}
