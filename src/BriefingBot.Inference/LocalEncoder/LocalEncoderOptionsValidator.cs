using Microsoft.Extensions.Options;

namespace BriefingBot.Inference.LocalEncoder;

/// <summary>Refuses options that cannot work before anything is loaded.</summary>
internal sealed class LocalEncoderOptionsValidator : IValidateOptions<LocalEncoderOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, LocalEncoderOptions options)
    {
        List<string> failures = [];
        if (string.IsNullOrWhiteSpace(options.ModelDirectory))
        {
            failures.Add($"{nameof(LocalEncoderOptions.ModelDirectory)} is empty: name the folder with the encoder's model, or leave the setting out.");
        }

        if (options.MaxDegreeOfParallelism < 1)
        {
            failures.Add(
                $"{nameof(LocalEncoderOptions.MaxDegreeOfParallelism)} is {options.MaxDegreeOfParallelism}: "
                + "give 1 or more, or leave the setting out for all cores.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
