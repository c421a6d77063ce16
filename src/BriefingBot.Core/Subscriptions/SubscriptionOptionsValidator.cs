using System.Globalization;
using Microsoft.Extensions.Options;

namespace BriefingBot.Core.Subscriptions;

/// <summary>Checks <see cref="SubscriptionOptions"/> before anything starts.</summary>
public sealed class SubscriptionOptionsValidator : IValidateOptions<SubscriptionOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SubscriptionOptions options)
    {
        List<string> failures = [];
        Check(failures, nameof(options.MaxSchedules), options.MaxSchedules, 1, 100);
        Check(failures, nameof(options.MaxFollows), options.MaxFollows, 1, 500);
        Check(failures, nameof(options.AlertMinutes), options.AlertMinutes, 0, 1440);
        Check(failures, nameof(options.AlertLines), options.AlertLines, 1, 20);
        if (!TimeZoneNames.TryFind(options.TimeZone, out _))
        {
            failures.Add(
                $"{SubscriptionOptions.Section}:{nameof(options.TimeZone)} is '{options.TimeZone}', which is not a time "
                    + $"zone; give one by its IANA name, such as Europe/Berlin."
            );
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void Check(List<string> failures, string key, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            failures.Add(
                string.Create(CultureInfo.InvariantCulture, $"{SubscriptionOptions.Section}:{key} is {value}; choose {least} to {most}.")
            );
        }
    }
}
