using BriefingBot.Core.Commands;
using BriefingBot.Core.Commands.Suggest;
using BriefingBot.Discord.Protocol.Interactions;

namespace BriefingBot.Discord.Interactions;

/// <summary>Offers choices for the option of a command that is being typed. Thread-safe.</summary>
internal sealed class OptionChoices(SuggestCommand suggestions)
{
    private const int Longest = 100;

    /// <summary>The choices; none for an option that takes anything.</summary>
    public async Task<IReadOnlyList<CommandChoice>> FindAsync(CommandCall call, InteractionData data, CancellationToken cancellationToken)
    {
        if (
            data.Options.Concat(data.Options.SelectMany(static option => option.Options)).FirstOrDefault(static option => option.Focused)
            is not { } typed
        )
        {
            return [];
        }

        SuggestionKind? kind = typed.Name switch
        {
            CommandNames.Topic => SuggestionKind.Topics,
            CommandNames.Filter => SuggestionKind.Outlets,
            CommandNames.Collection => SuggestionKind.Collections,
            _ => null,
        };
        string text = new CommandArguments([typed]).Text(typed.Name) ?? "";
        var found = kind is { } asked ? await suggestions.FindAsync(call, asked, text, ChoicesResponse.Most, cancellationToken) : [];
        return [.. found.Where(static name => name.Length is >= 1 and <= Longest).Select(static name => new CommandChoice(name, name))];
    }
}
