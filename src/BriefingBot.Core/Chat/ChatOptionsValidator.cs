using System.Globalization;
using BriefingBot.Core.Questions;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Chat;

/// <summary>Checks <see cref="ChatOptions"/> before anything starts.</summary>
public sealed class ChatOptionsValidator : IValidateOptions<ChatOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ChatOptions options)
    {
        List<string> failures = [];
        Check(failures, nameof(options.MaxConcurrency), options.MaxConcurrency, 1, 64);
        Check(failures, nameof(options.MaxPerChannel), options.MaxPerChannel, 1, 64);
        Check(failures, nameof(options.MaxPerPerson), options.MaxPerPerson, 1, 64);
        Check(failures, nameof(options.DeliveriesPerChannel), options.DeliveriesPerChannel, 1, 16);
        Check(failures, nameof(options.FloodNotice), options.FloodNotice, 1, 1000);
        Check(failures, nameof(options.MaxWaiting), options.MaxWaiting, 1, 100_000);
        Check(failures, nameof(options.DeadlineSeconds), options.DeadlineSeconds, 5, 600);
        Check(failures, nameof(options.HistoryTurns), options.HistoryTurns, 0, FollowUpResolver.MaxHistory);
        Check(failures, nameof(options.PickUpMinutes), options.PickUpMinutes, 1, 60);
        Check(failures, nameof(options.ClaimSeconds), options.ClaimSeconds, 3, 300);
        Check(failures, nameof(options.Attempts), options.Attempts, 1, 10);
        if (options.PublicBaseUrl is { } address && !IsBaseUrl(address))
        {
            failures.Add(
                $"{ChatOptions.Section}:{nameof(options.PublicBaseUrl)} is '{address}'; give an absolute http or https "
                    + $"address without user, query and fragment, such as https://briefing.example.org, or leave it out."
            );
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void Check(List<string> failures, string key, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            failures.Add(string.Create(CultureInfo.InvariantCulture, $"{ChatOptions.Section}:{key} is {value}; choose {least} to {most}."));
        }
    }

    private static bool IsBaseUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.UserInfo.Length == 0
        && address.Query.Length == 0
        && address.Fragment.Length == 0;
}
