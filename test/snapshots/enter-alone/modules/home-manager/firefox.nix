# Firefox, the browser. Bookmarks, add-ons and what you set in it are its own: they stay as they are.
{
  programs.firefox = {
    enable = true;
    languagePacks = [ "es-ES" ];

    # Every policy is explained at https://firefox-admin-docs.mozilla.org
    policies = {
      RequestedLocales = [ "es-ES" ]; # the language of its menus
      DisableFirefoxStudies = true;
      DisableTelemetry = true;
      HttpsOnlyMode = "enabled"; # asks before it opens a page without encryption

      # No advertisements on a new tab and below the address bar.
      FirefoxHome = {
        SponsoredStories = false;
        SponsoredTopSites = false;
      };
      FirefoxSuggest.SponsoredSuggestions = false;
    };
  };
}
