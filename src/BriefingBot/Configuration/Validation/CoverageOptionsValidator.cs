using Microsoft.Extensions.Options;

namespace BriefingBot.Configuration.Validation;

/// <summary>Checks <see cref="CoverageOptions"/> before anything starts; whether the paths exist is for the index run to say.</summary>
internal sealed class CoverageOptionsValidator : IValidateOptions<CoverageOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, CoverageOptions options) =>
        options.Paths.Any(string.IsNullOrWhiteSpace)
            ? ValidateOptionsResult.Fail("Coverage:Paths (--coverage) holds an empty path; name a folder or a file.")
            : ValidateOptionsResult.Success;
}
