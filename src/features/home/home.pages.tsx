import { Get } from '@nestjs/common';
import { Allow, PageController, seeOther, Visit, type Visitor } from '../../platform/http/index.js';
import { rightsPaths } from '../rights/index.js';
import { peoplePaths } from '../people/index.js';
import { homePaths } from './home.paths.js';
import { HomeService } from './home.service.js';
import { homeView } from './home.views.js';
import { FirstPage } from './web/first-page.js';
import { HomePage } from './web/home-page.js';
import { AccessibilityPage, GlossaryPage, PrivacyPage, SourcePage } from './web/info-pages.js';

@PageController()
export class HomePages {
  constructor(private readonly home: HomeService) {}

  @Get(homePaths.home)
  @Allow('anyone')
  async start(@Visit() visitor: Visitor) {
    const { actor } = visitor;
    if (!actor) return (await this.home.isSetUp()) ? seeOther(peoplePaths.login) : <FirstPage />;
    return <HomePage view={homeView(await this.home.read(actor), actor, visitor.personName ?? '')} />;
  }

  @Get(homePaths.glossary)
  @Allow('anyone')
  glossary() {
    return <GlossaryPage />;
  }

  @Get(homePaths.privacy)
  @Allow('anyone')
  privacy(@Visit() visitor: Visitor) {
    return <PrivacyPage rightsHref={visitor.actor ? rightsPaths.start : null} />;
  }

  @Get(homePaths.accessibility)
  @Allow('anyone')
  accessibility() {
    return <AccessibilityPage />;
  }

  @Get(homePaths.source)
  @Allow('anyone')
  source() {
    return <SourcePage />;
  }
}
