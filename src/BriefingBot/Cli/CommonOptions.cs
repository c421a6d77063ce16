using System.CommandLine;
using BriefingBot.Configuration;

namespace BriefingBot.Cli;

/// <summary>The options that every verb takes.</summary>
internal sealed class CommonOptions
{
    private const string CoverageDescription = "Folders or files of articles; the sample coverage 'seeds' when not given.";

    private readonly Option<string[]> _coverage = new("--coverage") { Description = CoverageDescription, HelpName = "PATH", AllowMultipleArgumentsPerToken = true };

    /// <summary>For verbs that take words: "--coverage news Who resigned?" must not read the question as a folder.</summary>
    private readonly Option<string[]> _oneCoverage = new("--coverage") { Description = CoverageDescription + " May be repeated.", HelpName = "PATH" };

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
        AddCoverageTo(root);
        root.Options.Add(_data);
        root.Options.Add(_config);
    }

    /// <summary>Adds <c>--coverage PATH...</c> to a verb without words of its own.</summary>
    public void AddCoverageTo(Command command) => command.Options.Add(_coverage);

    /// <summary>Adds <c>--coverage PATH</c>, which may be repeated, to a verb that takes words.</summary>
    public void AddOneCoverageTo(Command command) => command.Options.Add(_oneCoverage);

    /// <summary>Reads what was given.</summary>
    public SettingOverrides Read(ParseResult parsed) => new([.. parsed.GetValue(_coverage) ?? [], .. parsed.GetValue(_oneCoverage) ?? []], parsed.GetValue(_data), parsed.GetValue(_config))
    {
        Urls = parsed.CommandResult.Command.Options.Contains(Urls) ? parsed.GetValue(Urls) : null,
    };
}
