using BriefingBot.Core.Intake.Fetching;
using Microsoft.Extensions.Options;

namespace BriefingBot.Sources.Fetching;

/// <summary>Checks <see cref="FetchingOptions"/> before anything starts.</summary>
internal sealed class FetchingOptionsValidator : IValidateOptions<FetchingOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, FetchingOptions options)
    {
        List<string> failures = [];
        if (options.TimeoutSeconds is not (>= 1 and <= 600))
        {
            failures.Add($"Fetching:TimeoutSeconds is {options.TimeoutSeconds}; give 1 to 600 seconds.");
        }

        if (options.MaxMegabytes is not (>= 1 and <= 512))
        {
            failures.Add($"Fetching:MaxMegabytes is {options.MaxMegabytes}; give 1 to 512.");
        }

        if (options.PauseSeconds is not (>= 0 and <= 60))
        {
            failures.Add($"Fetching:PauseSeconds is {options.PauseSeconds}; give 0 to 60 seconds.");
        }

        if (options.ClaimSeconds is not (>= 1 and <= 3600))
        {
            failures.Add($"Fetching:ClaimSeconds is {options.ClaimSeconds}; give 1 to 3600 seconds.");
        }

        if (string.IsNullOrWhiteSpace(options.UserAgent) || options.UserAgent.Any(char.IsControl))
        {
            failures.Add("Fetching:UserAgent is empty or not one line; give a name, such as 'BriefingBot/1.0 (news@example.com)'.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
