using System.CommandLine;
using BriefingBot.Configuration;
using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Models;
using BriefingBot.Presentation;

namespace BriefingBot.Cli;

/// <summary>The options that every verb takes.</summary>
internal sealed class CommonOptions
{
    private const string CoverageDescription = "Folders or files of articles; by default the sample coverage 'seeds'.";

    private readonly Option<string[]> _coverage = new("--coverage")
    {
        Description = CoverageDescription,
        HelpName = "PATH",
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>For verbs that take words: "--coverage news Who resigned?" must not read the question as a folder.</summary>
    private readonly Option<string[]> _oneCoverage = new("--coverage")
    {
        Description = CoverageDescription + " May be repeated.",
        HelpName = "PATH",
    };

    private readonly Option<string?> _data = new("--data")
    {
        Description = "The folder of the index; by default 'data'.",
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
    public Option<bool> Json { get; } =
        new("--json") { Description = "Print one JSON document on standard output and nothing else there." };

    /// <summary>The addresses of the web console. Added by the verbs that use it.</summary>
    public Option<string?> Urls { get; } =
        new("--urls")
        {
            Description = "The addresses of the web console, separated by semicolons; by default http://127.0.0.1:5080.",
            HelpName = "URLS",
        };

    /// <summary>Who shall write the answers.</summary>
    public static Option<string?> Composer()
    {
        Option<string?> option = new("--composer")
        {
            Description = "Who writes the answers: 'model' or 'extractive'; the model when not given and one is configured.",
            HelpName = "model|extractive",
        };
        option.AcceptOnlyFromAmong("model", ComposerText.Extractive);
        return option;
    }

    /// <summary>Reads who shall write the answers.</summary>
    /// <exception cref="UsageException">The model shall, and none is configured.</exception>
    public static ComposerChoice ReadComposer(ParseResult parsed, Option<string?> option, IServiceProvider services)
    {
        string? composer = parsed.GetValue(option);
        return composer == "model" && services.GetService<ModelAnswerer>() is null
                ? throw new UsageException(
                    "--composer model needs a language model, and none is configured; set Model:Provider and "
                        + "Model:Model, see docs/models.md."
                )
            : composer == ComposerText.Extractive ? ComposerChoice.Extractive
            : ComposerChoice.Best;
    }

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
    public SettingOverrides Read(ParseResult parsed) =>
        new([.. parsed.GetValue(_coverage) ?? [], .. parsed.GetValue(_oneCoverage) ?? []], parsed.GetValue(_data), parsed.GetValue(_config))
        {
            Urls = parsed.CommandResult.Command.Options.Contains(Urls) ? parsed.GetValue(Urls) : null,
        };
}
